/// What is done for a monitored household: urgent aid, and measures against each of its risks, from the
/// plan over the approval and every delivery to the end.
///
/// Decided here: for whom and against which risk a measure may be planned, who approves it, what counts as
/// in place, and when it is an alarm that nothing is. One stream per household, beside that of its cases.
/// Nothing new is begun once monitoring is over; what runs may be delivered and ended, as a school year or
/// a contract does.
@NullMarked
package cn.shouwang.monitoring.assistance;

import org.jspecify.annotations.NullMarked;
