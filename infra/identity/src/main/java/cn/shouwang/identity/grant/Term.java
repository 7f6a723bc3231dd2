package cn.shouwang.identity.grant;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Village days from the first to the last, both included; without a last day for as long as nobody
/// takes the grant back.
public record Term(LocalDate from, @Nullable LocalDate until) {

    boolean runsBackwards() {
        return until != null && until.isBefore(from);
    }

    boolean overBefore(LocalDate day) {
        return until != null && until.isBefore(day);
    }

    /// How many days a term with an end has.
    long days(LocalDate last) {
        return ChronoUnit.DAYS.between(from, last) + 1;
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !overBefore(day);
    }

    boolean overlaps(Term other) {
        return !overBefore(other.from) && !other.overBefore(from);
    }

    /// Whether every day of `other` is a day of this term.
    boolean covers(Term other) {
        return !other.from.isBefore(from) && (until == null || (other.until != null && !other.until.isAfter(until)));
    }
}
