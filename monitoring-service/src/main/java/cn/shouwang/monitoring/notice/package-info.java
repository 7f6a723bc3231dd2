/// The notice that hangs in the village before a household leaves monitoring, what villagers object to
/// it, and the announcement of the result.
///
/// Decided here: when a notice may hang and for how long, what it may say (rule M7), when it comes down,
/// and when the result is announced. One stream per household. The notice before a household is taken in
/// is a step of its case ([cn.shouwang.monitoring.identification]).
@NullMarked
package cn.shouwang.monitoring.notice;

import org.jspecify.annotations.NullMarked;
