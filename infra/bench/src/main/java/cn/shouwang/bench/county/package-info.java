/// The synthetic county: made-up persons in the real villages, and what happens to each family.
///
/// Everything follows from one number, the seed: persons, families, what they say and on which day. Days of
/// the year 2025 where an officer enters them; today where the suite itself sets the day, which it does for
/// whoever reports without an account.
@NullMarked
package cn.shouwang.bench.county;

import org.jspecify.annotations.NullMarked;
