/// How long a case has been waiting, and who is told when it waits too long.
///
/// Decided here: by when each step of a case is due, in working days; that the clock stands still
/// while an objection is open; and that a case past its day rises one level, from the village to
/// its town to the county. Nothing in the case itself changes by that: the step stays with whoever
/// has to take it.
@NullMarked
package cn.shouwang.monitoring.clock;

import org.jspecify.annotations.NullMarked;
