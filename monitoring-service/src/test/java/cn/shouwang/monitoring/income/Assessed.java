package cn.shouwang.monitoring.income;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/// Incomes as the shipped table and the terms of 2021 assess them.
public final class Assessed {

    public static final LocalDate EDITION = LocalDate.of(2021, 1, 1);
    public static final IncomeTerms TERMS = new IncomeTerms(List.of(
            new IncomeTerms.Edition(EDITION, Formula.NATIONAL_FORM_2023, 12, MonthDay.of(10, 1), "a collection form")));
    public static final IncomeRules RULES = new IncomeRules(TERMS, ItemTable.shipped());

    private Assessed() {}

    /// No figure at all, told on `on` of the twelve months before that month.
    public static Income nothing(String village, int members, long selfPaidFen, LocalDate on) {
        var to = on.withDayOfMonth(1).minusDays(1);
        var sheet = new Sheet(to.plusDays(1).minusMonths(12), to, List.of(), 0);
        return RULES.assess(sheet, village, members, selfPaidFen, on);
    }

    /// A wage alone, told on `on` of the twelve months before that month, entered by `cun01`.
    public static Income income(String village, int members, long wageFen, long selfPaidFen, LocalDate on) {
        var to = on.withDayOfMonth(1).minusDays(1);
        var from = to.plusDays(1).minusMonths(12);
        var wage = new Figure(
                Block.WAGE, "local-work", wageFen, Source.SELF_DECLARED, new Proof(from, to, List.of(), "cun01", on));
        return RULES.assess(new Sheet(from, to, List.of(wage), 0), village, members, selfPaidFen, on);
    }
}
