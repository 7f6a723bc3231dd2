/// Every version of every line, as a table.
@NullMarked
package cn.shouwang.monitoring.line.table;

import org.jspecify.annotations.NullMarked;
