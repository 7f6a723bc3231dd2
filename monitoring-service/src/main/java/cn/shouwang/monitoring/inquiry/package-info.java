/// What the departments are asked about a household in its case, and what they answered.
///
/// Decided here: that nobody is asked before the household has signed, unless a department may push by
/// law (rule M5); and that a negative check is never a refusal: the county writes down why it decides
/// as it does. A household may take its authorization back. One inquiry at a time; it may run beside
/// visit, appraisal and publicity.
@NullMarked
package cn.shouwang.monitoring.inquiry;

import org.jspecify.annotations.NullMarked;
