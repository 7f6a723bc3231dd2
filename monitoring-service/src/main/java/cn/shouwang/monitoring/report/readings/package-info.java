/// Who looked at my file: what a household can read, under its tracking number and after it has shown by
/// the end of its phone number that it is the one who asks, of the read log.
///
/// Offices, never accounts; the report, the clue it became and the household whose case the clue led
/// to.
@NullMarked
package cn.shouwang.monitoring.report.readings;

import org.jspecify.annotations.NullMarked;
