/// What other services tell of a household's income, work and loans.
///
/// Wages, benefits, rewards and shares that were paid elsewhere are kept here once each, so that whoever fills
/// in an income sheet starts from what is known, and is not told anything by hand that another office has on
/// record. When work ends or a loan is overdue, a clue follows.
@NullMarked
package cn.shouwang.monitoring.receipt;

import org.jspecify.annotations.NullMarked;
