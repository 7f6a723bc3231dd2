/// How a household becomes monitored, or is told why not: visit, authorization, appraisal by the
/// village, publicity, review by the town, determination by the county, announcement.
///
/// Decided here: the order of the steps, who may take which, how long a notice hangs, what it may
/// say, and when a category may be given. One stream per household holds all its cases, one after
/// another, so that two can never be open at once (rule M1).
@NullMarked
package cn.shouwang.monitoring.identification;

import org.jspecify.annotations.NullMarked;
