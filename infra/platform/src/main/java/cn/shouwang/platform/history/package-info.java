/// What was, found again: which events there are about something, and as of when a question is asked.
///
/// The log is indexed as it is stored, one row per event, by who, what, where, when and in which
/// connection; nothing sealed is in it ([cn.shouwang.platform.history.HistoryIndex]). A question may
/// stand on a moment of the past ([cn.shouwang.platform.history.AsOf]): then only events count that were
/// recorded by then, and, where a day is named, were true by that day. Such a moment is old enough that
/// no process adds to it any more ([cn.shouwang.platform.history.Moments]), so the same question gets the
/// same answer for ever, except for what was forgotten.
@NullMarked
package cn.shouwang.platform.history;

import org.jspecify.annotations.NullMarked;
