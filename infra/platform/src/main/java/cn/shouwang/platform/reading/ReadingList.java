package cn.shouwang.platform.reading;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.descending;

import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.security.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/// The read log in words, latest first.
public final class ReadingList {

    /// Kinds of reading as a question names them.
    public enum Kind {
        REVEAL(ReadingsProjection.REVEALED),
        SEARCH(ReadingsProjection.SEARCHED),
        EXPORT(ReadingsProjection.EXPORTED),
        REFUSAL(ReadingsProjection.REFUSED);

        private final String stored;

        Kind(String stored) {
            this.stored = stored;
        }

        static Kind of(Document row) {
            var stored = row.getString("kind");
            for (var kind : values()) {
                if (kind.stored.equals(stored)) {
                    return kind;
                }
            }
            throw new IllegalStateException("no kind of reading is stored as " + stored);
        }
    }

    /// What to show: any part may be missing. Days, of the village, and instants of recording are inclusive.
    public record Question(
            @Nullable String actor,
            @Nullable Kind kind,
            @Nullable String about,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Instant recordedFrom,
            @Nullable Instant recordedTo) {}

    /// What to show of the readings about one thing, as in [Question].
    public record Narrowed(
            @Nullable Kind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Instant recordedFrom,
            @Nullable Instant recordedTo) {

        Question about(String id) {
            return new Question(null, kind, id, from, to, recordedFrom, recordedTo);
        }
    }

    /// One reading. `words` says what happened, `office` in which office; `until`, `field` and its words
    /// belong to a reveal, `by` and `found` to a search, `what` and `rows` to an export, `route` and
    /// what follows it to refusals. The note is for auditors. That it stands in the log at `position` is
    /// proven under the path `proof`.
    public record Entry(
            String reading,
            long position,
            String proof,
            Kind kind,
            String words,
            String actor,
            Role role,
            String office,
            String from,
            String division,
            Instant recordedAt,
            LocalDate on,
            List<String> about,
            @Nullable Purpose purpose,
            @Nullable String purposeWords,
            @Nullable String note,
            @Nullable String field,
            @Nullable String fieldWords,
            @Nullable Instant until,
            @Nullable SearchKey by,
            @Nullable Integer found,
            @Nullable String what,
            @Nullable Long rows,
            @Nullable String approver,
            @Nullable String method,
            @Nullable String route,
            @Nullable String code,
            @Nullable Long count) {}

    private static final int MOST = 500;
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final Listing rows;
    private final Lookup all;
    private final Gate gate;
    private final MessageSource messages;

    ReadingList(Views views, Gate gate, MessageSource messages) {
        this.rows = views.listing(ReadingsProjection.NAME);
        this.all = views.lookup(ReadingsProjection.NAME);
        this.gate = gate;
        this.messages = messages;
    }

    /// Readings within the caller's division.
    public Page<Entry> page(Question question, PageQuery page, Locale locale) {
        return page(filter(question), page, locale);
    }

    /// Readings about a thing, as far as they lie within the caller's division.
    public Page<Entry> about(String id, Narrowed narrowed, PageQuery page, Locale locale) {
        return page(filter(narrowed.about(id)), page, locale);
    }

    private Page<Entry> page(Bson filter, PageQuery page, Locale locale) {
        var notes = gate.actor().role() == Role.AUDITOR;
        return rows.page(gate.scope(), filter, descending("position"), page, row -> entry(row, notes, locale));
    }

    /// Every reading about any of these things, wherever the reader sat: at most 500, without notes. Only
    /// for a caller who was let see the things themselves; services ask their own rows first.
    public List<Entry> of(Collection<String> things, Locale locale) {
        return all.find(in("about", things), descending("position"), MOST).stream()
                .map(row -> entry(row, false, locale))
                .toList();
    }

    private static Bson filter(Question question) {
        return and(
                question.actor() == null ? empty() : eq("actor", question.actor()),
                question.kind() == null ? empty() : eq("kind", question.kind().stored),
                question.about() == null ? empty() : eq("about", question.about()),
                question.from() == null ? empty() : gte("on", question.from().toString()),
                question.to() == null ? empty() : lte("on", question.to().toString()),
                question.recordedFrom() == null ? empty() : gte("recordedAt", date(question.recordedFrom())),
                question.recordedTo() == null ? empty() : lte("recordedAt", date(question.recordedTo())));
    }

    /// Nothing is recorded outside these years, and what lies far outside is no date to the server.
    private static Date date(Instant instant) {
        return Date.from(instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant);
    }

    private Entry entry(Document row, boolean notes, Locale locale) {
        var role = Role.valueOf(row.getString("role"));
        var purpose = row.getString("purpose") == null ? null : Purpose.valueOf(row.getString("purpose"));
        var field = row.getString("field");
        var by = row.getString("by");
        return new Entry(
                row.getString("_id"),
                row.getLong("position"),
                "/evidence/proofs/" + row.getLong("position"),
                Kind.of(row),
                words("event." + row.getString("kind"), locale),
                row.getString("actor"),
                role,
                words("role." + role, locale),
                row.getString("from"),
                row.getString("division"),
                row.getDate("recordedAt").toInstant(),
                LocalDate.parse(row.getString("on")),
                row.getList("about", String.class, List.of()),
                purpose,
                purpose == null ? null : words("purpose." + purpose, locale),
                notes ? note(row) : null,
                field,
                field == null ? null : words("field." + field, locale),
                row.getDate("until") == null ? null : row.getDate("until").toInstant(),
                by == null ? null : SearchKey.valueOf(by),
                row.getInteger("found"),
                row.getString("what"),
                row.getLong("rows"),
                row.getString("approver"),
                row.getString("method"),
                row.getString("route"),
                row.getString("code"),
                row.getLong("count"));
    }

    private static @Nullable String note(Document row) {
        var note = row.get("note", SealedText.class);
        return note == null ? null : note.text().orElse(null);
    }

    private String words(String key, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, key, locale), key);
    }
}
