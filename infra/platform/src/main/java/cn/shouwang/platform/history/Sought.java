package cn.shouwang.platform.history;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// Which events are looked for: each part may be missing, those that are there must all hold. Both
/// ends of a stretch of time belong to it. `text` is sought in what is not personal.
public record Sought(
        @Nullable List<String> name,
        @Nullable String about,
        @Nullable String actor,
        @Nullable String division,
        @Nullable String correlation,
        @Nullable Instant recordedFrom,
        @Nullable Instant recordedTo,
        @Nullable LocalDate onFrom,
        @Nullable LocalDate onTo,
        @Nullable String text) {

    /// A stretch of days up to this is looked up day by day.
    private static final int FEW_DAYS = 92;

    /// The events of one correlation.
    public static Bson connected(String correlation) {
        return and(eq("keys", HistoryIndex.connection(correlation)), eq("correlation", correlation));
    }

    /// The rows that match, before a position and as of a moment, where these are given.
    public Bson filter(Moments moments, @Nullable Long before, Optional<AsOf> asOf) {
        var parts = new ArrayList<Bson>();
        if (name != null && !name.isEmpty()) {
            parts.add(name.size() == 1 ? eq("name", name.getFirst()) : in("name", name));
        }
        if (about != null) {
            parts.add(and(eq("keys", HistoryIndex.key(about)), eq("about", about)));
        }
        if (actor != null) {
            parts.add(eq("actor", actor));
        }
        if (correlation != null) {
            parts.add(connected(correlation));
        }
        if (text != null && !text.isBlank()) {
            parts.add(Terms.sought(text));
        }
        if (division != null) {
            parts.add(within(division));
        }
        days(parts);
        positions(parts, moments, before, asOf);
        return parts.isEmpty() ? new Document() : and(parts);
    }

    private static Bson within(String division) {
        return switch (division.length()) {
            case 9 -> eq("p9", division);
            case 12 -> eq("p12", division);
            default -> and(gte("division", division), lt("division", division + ":"));
        };
    }

    private void days(List<Bson> parts) {
        if (onFrom != null && onTo != null && ChronoUnit.DAYS.between(onFrom, onTo) < FEW_DAYS) {
            parts.add(in("on", onFrom.isAfter(onTo) ? List.of() : days(onFrom, onTo)));
            return;
        }
        if (onFrom != null) {
            parts.add(gte("on", onFrom.toString()));
        }
        if (onTo != null) {
            parts.add(lte("on", onTo.toString()));
        }
    }

    private static List<String> days(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).map(LocalDate::toString).toList();
    }

    /// Recording times run along positions.
    private void positions(List<Bson> parts, Moments moments, @Nullable Long before, Optional<AsOf> asOf) {
        if (before != null) {
            parts.add(lt("_id", before));
        }
        if (recordedFrom != null && recordedFrom.isAfter(Instant.EPOCH)) {
            parts.add(gt("_id", moments.lastAt(recordedFrom.minusNanos(1))));
        }
        if (recordedTo != null) {
            parts.add(lte("_id", moments.lastAt(recordedTo)));
        }
        asOf.ifPresent(moment -> {
            parts.add(lte("_id", moment.position()));
            if (moment.day() != null) {
                parts.add(lte("on", moment.day().toString()));
            }
        });
    }
}
