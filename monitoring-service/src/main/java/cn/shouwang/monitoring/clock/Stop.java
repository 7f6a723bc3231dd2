package cn.shouwang.monitoring.clock;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An open objection: the clock stood still from its day to the day it was settled, absent while
/// open.
public record Stop(LocalDate from, @Nullable LocalDate to) {

    boolean isOpen() {
        return to == null;
    }

    /// The days it took off the clock until `today`, of those after `since`.
    Stream<LocalDate> days(LocalDate since, LocalDate today) {
        var end = to == null ? today : to;
        var begin = from.isBefore(since) ? since : from;
        return begin.isBefore(end) ? begin.plusDays(1).datesUntil(end.plusDays(1)) : Stream.empty();
    }
}
