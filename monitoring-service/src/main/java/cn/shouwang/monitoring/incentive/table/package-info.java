/// Every version of every incentive rule, as a table.
@NullMarked
package cn.shouwang.monitoring.incentive.table;

import org.jspecify.annotations.NullMarked;
