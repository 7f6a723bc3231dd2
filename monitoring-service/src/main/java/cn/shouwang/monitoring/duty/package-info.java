/// The yearly duties of towns and county departments: who owes what until when, and whether it is done.
///
/// Decided here: which duties a year has, by the catalogue in force, and the way of each: assigned,
/// reported with evidence by whom it binds, confirmed by the county and not by the reporter, returned, or
/// postponed with a reason. Source: clauses C1 to C3 of 新农〔2025〕11号. Texts are of offices, about no one.
@NullMarked
package cn.shouwang.monitoring.duty;

import org.jspecify.annotations.NullMarked;
