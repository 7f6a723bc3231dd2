/// Which data belong to a person who is to be forgotten.
///
/// Decided here: what is sealed about one person under which subjects, all over the register, and when
/// it is still needed. Whether it is then destroyed two people decide, in
/// [cn.shouwang.platform.erasure].
@NullMarked
package cn.shouwang.monitoring.forgetting;

import org.jspecify.annotations.NullMarked;
