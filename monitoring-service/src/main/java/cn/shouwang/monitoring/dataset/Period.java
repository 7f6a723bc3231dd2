package cn.shouwang.monitoring.dataset;

import cn.shouwang.platform.rule.RuleBroken;
import java.time.LocalDate;

/// The days a file is about, both included. Refused with `dataset.period-backwards`.
public record Period(LocalDate from, LocalDate until) {

    public Period {
        if (until.isBefore(from)) {
            throw new RuleBroken("dataset.period-backwards", "a period ends on or after its first day");
        }
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
