/// The map: the county, its towns, and the 159 places at village level.
///
/// Codes are those of the statistics bureau: 6 digits the county, 9 a town, 12 a village or
/// community; a code begins with the code of what it lies in. A code table: nothing is decided here.
@NullMarked
package cn.shouwang.monitoring.division;

import org.jspecify.annotations.NullMarked;
