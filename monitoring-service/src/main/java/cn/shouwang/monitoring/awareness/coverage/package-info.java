/// Trainings as a list, and the share of households that have the sheets, village by village.
@NullMarked
package cn.shouwang.monitoring.awareness.coverage;

import org.jspecify.annotations.NullMarked;
