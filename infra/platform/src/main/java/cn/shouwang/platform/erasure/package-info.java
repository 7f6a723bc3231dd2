/// How a person is forgotten, and how the installation's key is changed.
///
/// Nobody destroys keys alone: one person proposes which subjects are to be forgotten and on what
/// ground, another approves; a policy then destroys the keys, and that it was done is on record as
/// well. What is not personal stays in the log, so that it can still be shown what was decided when and
/// by whom.
@NullMarked
package cn.shouwang.platform.erasure;

import org.jspecify.annotations.NullMarked;
