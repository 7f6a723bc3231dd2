package cn.shouwang.monitoring.contract.industry;

import java.time.LocalDate;
import java.util.UUID;

/// A household's microcredit was not paid back by its day.
public record LoanOverdue(UUID loan, UUID household, String village, LocalDate dueOn, LocalDate notedOn) {

    public static final String TYPE = "cn.shouwang.industry.loan-overdue.v1";
}
