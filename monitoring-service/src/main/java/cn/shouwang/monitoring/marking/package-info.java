/// That a determined household stands in the national system, and under which number.
///
/// Decided here: that nobody is entered there before the result was announced, once per case, and
/// that the number has the shape of one. It is the last step of the procedure (rule M4); monitoring
/// and help do not wait for it.
@NullMarked
package cn.shouwang.monitoring.marking;

import org.jspecify.annotations.NullMarked;
