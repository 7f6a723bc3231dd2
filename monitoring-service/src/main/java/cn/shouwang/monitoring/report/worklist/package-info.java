/// The reports of a division: what came in, how long it may wait, what became of it.
@NullMarked
package cn.shouwang.monitoring.report.worklist;

import org.jspecify.annotations.NullMarked;
