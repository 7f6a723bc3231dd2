/// A sign that a household may be at risk: where it came from, who follows it, how it ended.
///
/// A clue is opened by an accepted report, by someone in the village or by a department's data. It
/// is due on a working day; past it without an outcome it rises one level, village to town to
/// county. It ends once, with an outcome and a reason. Whether the household is monitored is decided
/// elsewhere.
@NullMarked
package cn.shouwang.monitoring.clue;

import org.jspecify.annotations.NullMarked;
