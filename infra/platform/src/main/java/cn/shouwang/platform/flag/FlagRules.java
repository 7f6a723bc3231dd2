package cn.shouwang.platform.flag;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// From where on something is flagged, `shouwang.flags.*`: editions, each in force for what is recorded
/// from a day on until the next begins. Those of `platform-flags.properties` hold unless the service has
/// its own.
@Validated
@ConfigurationProperties("shouwang.flags")
record FlagRules(@NotEmpty List<@Valid Edition> editions) {

    /// One edition. `aheadDays`: how far ahead of its recording a fact may be dated; `restDayEntries`: from
    /// how many entries of one account on a closed day. `source` says where the figures are from.
    record Edition(
            @NotNull LocalDate from,
            @NotBlank String source,
            @NotNull @Valid Late late,
            @PositiveOrZero int aheadDays,
            @NotNull @Valid Bulk bulk,
            @NotNull @Valid Night night,
            @Min(2) int restDayEntries,
            @NotNull @Valid Quick quick,
            @NotNull @Valid Copies copies) {

        Stream<String> names() {
            return Stream.of(late.of().keySet(), late.exempt(), quick.of().keySet())
                    .flatMap(Set::stream);
        }
    }

    /// `days` may pass between fact and recording, of a kind of event in `of` as many as it says there; the
    /// kinds in `exempt` are true since long before anyone could record them.
    record Late(@PositiveOrZero int days, SortedMap<String, Integer> of, SortedSet<String> exempt) {

        Late {
            of = of == null ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(new TreeMap<>(of));
            exempt = exempt == null
                    ? Collections.emptySortedSet()
                    : Collections.unmodifiableSortedSet(new TreeSet<>(exempt));
        }

        OptionalInt limit(String name) {
            return exempt.contains(name) ? OptionalInt.empty() : OptionalInt.of(of.getOrDefault(name, days));
        }
    }

    /// From `entries` of one account within `minutes`.
    record Bulk(@Min(2) int entries, @Positive int minutes) {}

    /// From `entries` of one account between `from` in the evening and `to` in the morning.
    record Night(
            @NotNull LocalTime from,
            @NotNull LocalTime to,
            @Min(2) int entries) {

        /// The night in which that moment lies, by the day of its evening.
        Optional<LocalDate> of(LocalDateTime at) {
            if (at.toLocalTime().isBefore(to)) {
                return Optional.of(at.toLocalDate().minusDays(1));
            }
            return at.toLocalTime().isBefore(from) ? Optional.empty() : Optional.of(at.toLocalDate());
        }
    }

    /// Sooner than `seconds` after it was put forward, for a kind of decision in `of` as it says there; 0
    /// is never.
    record Quick(@PositiveOrZero int seconds, SortedMap<String, Integer> of) {

        Quick {
            of = of == null ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(new TreeMap<>(of));
        }

        int limit(String name) {
            return of.getOrDefault(name, seconds);
        }
    }

    /// The same answers about `subjects` or more, each within `hours` of the one before.
    record Copies(@Min(2) int subjects, @Positive int hours) {}

    FlagRules {
        editions = editions.stream().sorted(Comparator.comparing(Edition::from)).toList();
    }

    /// The edition in force on that day; the earliest one for days before it.
    Edition on(LocalDate day) {
        var inForce = editions.getFirst();
        for (var edition : editions) {
            inForce = edition.from().isAfter(day) ? inForce : edition;
        }
        return inForce;
    }

    /// The edition that began on that day.
    Edition from(String day) {
        return editions.stream()
                .filter(edition -> edition.from().toString().equals(day))
                .findFirst()
                .orElseThrow();
    }
}
