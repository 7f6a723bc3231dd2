/// The photos of a report, for the offices that work on it. Whoever looks at one sees what the household
/// showed, so a look is a reveal and in the read log.
@NullMarked
package cn.shouwang.monitoring.report.photos;

import org.jspecify.annotations.NullMarked;
