/// Each town's and the county's policies for households: who is eligible, what they give, from when.
///
/// Decided here: which policies are in force where and since when. A revision is a further version with
/// its own days; nothing is overwritten, so a proposal names the version it used (rule M15). Eligibility
/// is an expression of CEL over declared facts, checked when the policy is published, so that an office
/// can read it, and that a wrong one is refused with the place of its fault.
@NullMarked
package cn.shouwang.monitoring.toolbox;

import org.jspecify.annotations.NullMarked;
