/// What this service reads of industry's events: only the fields it uses.
@NullMarked
package cn.shouwang.monitoring.contract.industry;

import org.jspecify.annotations.NullMarked;
