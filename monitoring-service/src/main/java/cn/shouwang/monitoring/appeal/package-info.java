/// A household that was rejected asks the town to look again.
///
/// Decided here: until when it may, that it may once per case, by when the town answers, and what it answers:
/// the rejection stands, or the household is verified anew in a case of its own.
@NullMarked
package cn.shouwang.monitoring.appeal;

import org.jspecify.annotations.NullMarked;
