/// How a household's assessed incomes and the decisions made on them came about, and whether they
/// come out the same again.
@NullMarked
package cn.shouwang.monitoring.income.assessment;

import org.jspecify.annotations.NullMarked;
