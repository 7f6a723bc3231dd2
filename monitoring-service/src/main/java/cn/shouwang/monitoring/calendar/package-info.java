/// Which days are working days in mainland China.
///
/// Data, not arithmetic: the State Council announces each year which weekdays are off and which
/// weekend days are worked. A year without data is treated as ordinary weeks, and whoever asks can
/// tell.
@NullMarked
package cn.shouwang.monitoring.calendar;

import org.jspecify.annotations.NullMarked;
