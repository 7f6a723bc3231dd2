/// Every version of every policy, as a table, and those in force on a day.
@NullMarked
package cn.shouwang.monitoring.toolbox.table;

import org.jspecify.annotations.NullMarked;
