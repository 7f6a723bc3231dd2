package cn.shouwang.platform.browser;

import cn.shouwang.platform.event.EventSerializer;
import cn.shouwang.platform.history.AsOf;
import cn.shouwang.platform.history.History;
import cn.shouwang.platform.projection.ViewBuilding;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.store.Log;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the events of one stream say of their subject, component by component, from the log alone.
///
/// A component of a later event takes the place of the same one before; what is said of several things in
/// one stream goes by their ids, `member.<id>.person.labour`. Personal components say that they are
/// sealed, or forgotten.
final class Subjects {

    /// The subject at a moment. `events` are the last 1,000 of `total`, oldest first.
    record State(
            String stream,
            String kind,
            String division,
            Instant asOf,
            long position,
            @Nullable LocalDate day,
            List<Fact> fields,
            List<Step> events,
            int total,
            List<Forgotten> forgotten) {}

    /// A component, its value and the event that set it.
    record Fact(String field, @Nullable Object value, Step setBy) {}

    /// An event that led here. `days` lie between the day it was true and the day it was recorded.
    record Step(
            long position,
            String name,
            String words,
            String actor,
            String role,
            String office,
            Instant recordedAt,
            LocalDate on,
            long days) {}

    /// A decision to forget `subjects` of this stream, and when it was carried out, absent until then.
    record Forgotten(
            List<String> subjects,
            String erasure,
            long position,
            Instant approvedAt,
            @Nullable Instant carriedOutAt) {}

    /// What is different at `to` from what it was at `from`.
    record Difference(String stream, long from, long to, List<Change> changes, List<Forgotten> forgotten) {}

    /// A component before and after, absent where it was not there, and the event that set it last.
    record Change(
            String field, @Nullable Object before, @Nullable Object after, Step setBy) {}

    private static final int MOST_STEPS = 1_000;

    private final History history;
    private final Log log;
    private final EventSerializer serializer;
    private final Gate gate;
    private final Told told;

    Subjects(History history, Log log, EventSerializer serializer, Gate gate, Told told) {
        this.history = history;
        this.log = log;
        this.serializer = serializer;
        this.gate = gate;
        this.told = told;
    }

    /// Empty when there was no such subject at that moment within the caller's division.
    Optional<State> state(String stream, AsOf asOf, Locale locale) {
        var course = course(stream, asOf);
        return course.last()
                .map(last -> new State(
                        stream,
                        last.kind(),
                        last.division(),
                        asOf.at(),
                        asOf.position(),
                        asOf.day(),
                        course.facts().entrySet().stream()
                                .map(fact -> new Fact(
                                        fact.getKey(),
                                        value(fact.getValue().value()),
                                        step(fact.getValue().setBy(), locale)))
                                .toList(),
                        steps(course, locale),
                        course.steps().size(),
                        forgotten(course.subjects())));
    }

    /// Empty when the caller sees no such subject at `to`.
    Optional<Difference> difference(String stream, AsOf from, AsOf to, Locale locale) {
        var after = course(stream, to);
        if (after.last().isEmpty()) {
            return Optional.empty();
        }
        var before = course(stream, from);
        return Optional.of(new Difference(
                stream,
                from.position(),
                to.position(),
                changes(before.facts(), after.facts(), locale),
                forgotten(after.subjects())));
    }

    private List<Change> changes(Map<String, Course.Fact> before, Map<String, Course.Fact> after, Locale locale) {
        var fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        return fields.stream()
                .flatMap(field -> change(field, before.get(field), after.get(field), locale).stream())
                .toList();
    }

    private Optional<Change> change(String field, Course.@Nullable Fact was, Course.@Nullable Fact is, Locale locale) {
        if (is == null) {
            return Optional.ofNullable(was)
                    .map(gone -> new Change(field, value(gone.value()), null, step(gone.setBy(), locale)));
        }
        return was != null && was.saysTheSame(is)
                ? Optional.empty()
                : Optional.of(new Change(
                        field, was == null ? null : value(was.value()), value(is.value()), step(is.setBy(), locale)));
    }

    private Course course(String stream, AsOf asOf) {
        var course = new Course(stream, asOf, gate.scope(), serializer);
        try (var commits = log.stream(stream, 0)) {
            while (commits.hasNext()) {
                course.follow(commits.next());
            }
        }
        return course;
    }

    private List<Step> steps(Course course, Locale locale) {
        var all = course.steps();
        return all.subList(Math.max(0, all.size() - MOST_STEPS), all.size()).stream()
                .map(step -> step(step, locale))
                .toList();
    }

    private Step step(Course.Step step, Locale locale) {
        return new Step(
                step.position(),
                step.name(),
                told.event(step.name(), locale),
                step.actor(),
                step.role(),
                told.office(step.role(), locale),
                step.recordedAt(),
                step.on(),
                EventBrowser.daysBetween(step.on(), step.recordedAt()));
    }

    private static @Nullable Object value(JsonNode value) {
        return JsonMapper.shared().treeToValue(value, Object.class);
    }

    private List<Forgotten> forgotten(Set<String> subjects) {
        if (!history.reaches(log.head() - 1)) {
            throw new ViewBuilding("history");
        }
        var rows = history.erasures(subjects);
        return rows.stream()
                .filter(row -> row.getString("name").equals("erasure.approved"))
                .map(row -> forgotten(row, rows, subjects))
                .toList();
    }

    private static Forgotten forgotten(Document approved, List<Document> rows, Set<String> subjects) {
        var named = new HashSet<>(approved.getList("about", String.class));
        var carriedOut = rows.stream()
                .filter(row -> row.getString("name").equals("erasure.carried-out"))
                .filter(row -> row.getString("stream").equals(approved.getString("stream")))
                .findFirst();
        return new Forgotten(
                subjects.stream().filter(named::contains).sorted().toList(),
                approved.getString("stream"),
                approved.getLong("_id"),
                approved.getDate("recordedAt").toInstant(),
                carriedOut.map(row -> row.getDate("recordedAt").toInstant()).orElse(null));
    }
}
