/// The pairs a division has to decide, and what is known of their sides: each caller sees the side that
/// lies in their division, and of the other one only its village.
@NullMarked
package cn.shouwang.monitoring.duplicate.worklist;

import org.jspecify.annotations.NullMarked;
