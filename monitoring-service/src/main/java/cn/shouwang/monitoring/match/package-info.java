/// Which policies of the toolbox a household is proposed for, and what a person made of the proposal.
///
/// The software proposes, with the version of the policy and the facts it used, so that whoever asks can
/// be told why (PIPL art. 24) and anyone can compute it again; a person confirms or declines. A
/// proposal that no longer holds lapses. One stream per household holds all its proposals.
@NullMarked
package cn.shouwang.monitoring.match;

import org.jspecify.annotations.NullMarked;
