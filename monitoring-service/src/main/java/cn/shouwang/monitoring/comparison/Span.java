package cn.shouwang.monitoring.comparison;

/// How long one matter stays the same matter: a rule finds a household once in a span, and amounts are
/// added up over it. Stored by name: add, never rename.
public enum Span {
    MONTH("year(day) * 100 + month(day)"),
    /// Spring from February to July, autumn from August to January.
    TERM("CASE WHEN month(day) = 1 THEN (year(day) - 1) * 100 + 2 "
            + "WHEN month(day) < 8 THEN year(day) * 100 + 1 ELSE year(day) * 100 + 2 END"),
    YEAR("year(day)"),
    ONCE("0");

    private static final int HUNDRED = 100;

    private final String sql;

    Span(String sql) {
        this.sql = sql;
    }

    /// The number of the span in which `day` lies, over a column of that name.
    String sql() {
        return sql;
    }

    /// The span of that number as it is told: `2025-03`, `2025-1` for a term, `2025`, empty.
    String name(long number) {
        return switch (this) {
            case MONTH -> number / HUNDRED + (number % HUNDRED < 10 ? "-0" : "-") + number % HUNDRED;
            case TERM -> number / HUNDRED + "-" + number % HUNDRED;
            case YEAR -> Long.toString(number);
            case ONCE -> "";
        };
    }
}
