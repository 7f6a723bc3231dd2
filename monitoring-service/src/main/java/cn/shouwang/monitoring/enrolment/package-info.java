/// The register comes in by file: uploaded, judged row by row, staged, approved by another account, then
/// registered household by household.
///
/// Decided here: which columns of the national export are read, which rows can be taken as they stand, that
/// a household comes whole or not at all, and who approves. Nothing is written to the register before that,
/// and what is written is exactly what was approved: the approval names the digest of what was staged.
/// Whether a household may be registered [cn.shouwang.monitoring.household] decides, for each as if it came
/// alone. One file is one enrolment, whoever sends it and however often.
@NullMarked
package cn.shouwang.monitoring.enrolment;

import org.jspecify.annotations.NullMarked;
