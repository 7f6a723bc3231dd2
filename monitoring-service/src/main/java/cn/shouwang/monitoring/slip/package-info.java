/// What a household gets in a year under the incentive rules, and from which verified facts it follows.
///
/// Decided here: which quantities are verified, each with the source it came from and none twice, and what
/// every rule of the household's town and county makes of them. A computation is never changed; what
/// was wrong is revoked, and a further computation takes the place of the one before. One stream per
/// household and year.
@NullMarked
package cn.shouwang.monitoring.slip;

import org.jspecify.annotations.NullMarked;
