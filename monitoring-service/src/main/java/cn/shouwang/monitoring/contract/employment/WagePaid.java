package cn.shouwang.monitoring.contract.employment;

import java.time.LocalDate;
import java.util.UUID;

/// A member was paid for work: `amountFen` for the days from `from` to `until`.
public record WagePaid(
        UUID payment,
        UUID household,
        UUID member,
        String village,
        long amountFen,
        LocalDate from,
        LocalDate until,
        LocalDate paidOn) {

    public static final String TYPE = "cn.shouwang.employment.wage-paid.v1";
}
