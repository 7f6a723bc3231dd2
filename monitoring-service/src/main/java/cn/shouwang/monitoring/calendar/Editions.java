package cn.shouwang.monitoring.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// Editions of dated settings (rule M15): each is in force from its first day on until the next begins.
public final class Editions {

    /// One edition.
    public interface Dated {

        /// Its first day.
        LocalDate from();
    }

    private Editions() {}

    /// In the order of their first days.
    public static <E extends Dated> List<E> inOrder(List<E> editions) {
        return editions.stream().sorted(Comparator.comparing(Dated::from)).toList();
    }

    /// The edition in force on that day; the earliest one for days before it. There is at least one.
    public static <E extends Dated> E on(List<E> editions, LocalDate day) {
        return editions.stream()
                .filter(edition -> !edition.from().isAfter(day))
                .max(Comparator.comparing(Dated::from))
                .orElseGet(() ->
                        editions.stream().min(Comparator.comparing(Dated::from)).orElseThrow());
    }
}
