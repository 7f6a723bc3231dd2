/// The income line under which a household may be at risk, by area and year.
///
/// A line is published once per area and year; a correction is a further version beside the earlier
/// ones. A decision states the version it used. The line stays in force until a later year's begins;
/// a village without one has its town's, then its county's.
@NullMarked
package cn.shouwang.monitoring.line;

import org.jspecify.annotations.NullMarked;
