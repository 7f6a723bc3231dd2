/// What this service reads of employment's events: only the fields it uses.
@NullMarked
package cn.shouwang.monitoring.contract.employment;

import org.jspecify.annotations.NullMarked;
