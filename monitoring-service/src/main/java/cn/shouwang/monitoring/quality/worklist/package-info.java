/// The issues as offices work on them, and how many there are of which rule where.
@NullMarked
package cn.shouwang.monitoring.quality.worklist;

import org.jspecify.annotations.NullMarked;
