/// Posters for village boards: one A4 page for each village, with the code a phone scans to report
/// itself, who else takes a report, and what happens then.
///
/// Decided here: that a code leads to the address this installation is known by to the public, which
/// is configured and never guessed, and that the words of a poster are dated editions with their
/// source.
@NullMarked
package cn.shouwang.monitoring.report.poster;

import org.jspecify.annotations.NullMarked;
