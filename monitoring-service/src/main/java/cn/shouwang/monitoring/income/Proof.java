package cn.shouwang.monitoring.income;

import java.time.LocalDate;
import java.util.List;

/// What stands behind a figure: the days it is of, the ids of photos or the numbers of papers that
/// show it (never a name), the account that asked for it, and the day it did.
public record Proof(LocalDate from, LocalDate to, List<String> evidence, String collector, LocalDate on) {

    public Proof {
        evidence = List.copyOf(evidence);
    }
}
