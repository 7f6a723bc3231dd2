/// 多干多补: which rule pays a household for work done, goods sold or scale reached, and how much.
///
/// Decided here: what a town's or the county's rule says and since when. A rule has tiers, each paid for
/// the part of the year's quantity that lies in it, and a cap per household and year. A revision is a
/// further version with its own days (rule M15). What a household gets is decided in `slip`.
@NullMarked
package cn.shouwang.monitoring.incentive;

import org.jspecify.annotations.NullMarked;
