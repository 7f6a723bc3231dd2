/// A household's own word that it is in difficulty, by any of four ways: its own phone, a delegate,
/// a call, the village window.
///
/// A report is accepted or refused by the village or town, with a reason and a day by which the
/// household is told. An accepted report opens a clue; when the clue is closed, the household can
/// read the result. Its tracking number is the key of its stream and the household's key to its
/// progress.
@NullMarked
package cn.shouwang.monitoring.report;

import org.jspecify.annotations.NullMarked;
