/// What this service reads of monitoring's events: only the fields it uses.
@NullMarked
package cn.shouwang.employment.contract.monitoring;

import org.jspecify.annotations.NullMarked;
