/// Doubtful data of the register: what rules find, who puts it right, and what is accepted as it
/// is.
///
/// Decided here: which facts contradict each other or are missing ([Rules], Q01 to Q26), and what
/// becomes of each finding. A finding refuses nothing and changes nothing in the register; it is an
/// issue until the facts no longer show it, or until a person explains it. Rules see a household as
/// the log tells it, behind the log: entering data never waits for them.
@NullMarked
package cn.shouwang.monitoring.quality;

import org.jspecify.annotations.NullMarked;
