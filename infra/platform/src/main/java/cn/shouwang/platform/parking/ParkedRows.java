package cn.shouwang.platform.parking;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/// Collection `parked`, one document per message: `{_id: <reader>/<message>, stream, reader,
/// subject, message, order, type, content?, kind, code, state, attempts, since}`.
///
/// `state` goes from PARKED to HANDLED or DISCARDED and never back, so a message that is delivered
/// again after it was settled is not parked again. `content` is dropped when a message is settled.
final class ParkedRows {

    private static final String PARKED = "PARKED";

    /// Events that were one when they were stored share a place; their ids tell them apart.
    private static final Bson IN_ORDER = ascending("order", "_id");

    private final MongoCollection<Document> rows;
    private volatile boolean indexed;

    ParkedRows(MongoDatabase database) {
        this.rows = database.getCollection("parked");
    }

    /// With the first message, not at start, so that a service comes up while its store is away.
    private void ensureIndexes() {
        if (!indexed) {
            rows.createIndex(ascending("stream", "state", "order"));
            rows.createIndex(ascending("state", "since", "_id"));
            indexed = true;
        }
    }

    boolean holds(ParkedSubjectId subject) {
        return rows.find(parked(subject)).limit(1).first() != null;
    }

    Set<String> held(String reader, Collection<String> subjects) {
        var streams = subjects.stream()
                .map(subject -> new ParkedSubjectId(reader, subject).toString())
                .toList();
        var held = new HashSet<String>();
        rows.find(and(in("stream", streams), eq("state", PARKED)))
                .projection(Projections.include("subject"))
                .forEach(row -> held.add(row.getString("subject")));
        return held;
    }

    /// Adds the message unless it is known, in whatever state.
    void add(Parcel parcel, Failure failure, Instant since) {
        ensureIndexes();
        try {
            rows.insertOne(new Document("_id", parcel.id())
                    .append("stream", parcel.parkedSubject().toString())
                    .append("reader", parcel.reader())
                    .append("subject", parcel.subject())
                    .append("message", parcel.message())
                    .append("order", parcel.order())
                    .append("type", parcel.type())
                    .append("content", parcel.content())
                    .append("kind", failure.kind().name())
                    .append("code", failure.code())
                    .append("state", PARKED)
                    .append("attempts", failure.equals(Failure.WAITING) ? 0 : 1)
                    .append("since", Date.from(since)));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    Optional<Parcel> first(ParkedSubjectId subject) {
        return Optional.ofNullable(rows.find(parked(subject)).sort(IN_ORDER).first())
                .map(ParkedRows::parcel);
    }

    /// Whether the first in the queue is not there for a failure of its own.
    boolean isFreed(ParkedSubjectId subject) {
        var first = rows.find(parked(subject)).sort(IN_ORDER).first();
        return first != null && first.getString("kind").equals(Failure.Kind.WAITING.name());
    }

    Optional<Parcel> one(ParkedSubjectId subject, String message) {
        return Optional.ofNullable(
                        rows.find(and(parked(subject), eq("message", message))).first())
                .map(ParkedRows::parcel);
    }

    void failed(Parcel parcel, Failure failure) {
        rows.updateOne(
                unsettled(parcel),
                combine(set("kind", failure.kind().name()), set("code", failure.code()), inc("attempts", 1)));
    }

    void handled(Parcel parcel) {
        settle(parcel, "HANDLED");
    }

    void discarded(Parcel parcel) {
        settle(parcel, "DISCARDED");
    }

    private void settle(Parcel parcel, String state) {
        rows.updateOne(unsettled(parcel), combine(set("state", state), unset("content")));
    }

    long count(ParkedSubjectId subject) {
        return rows.countDocuments(parked(subject));
    }

    long subjects() {
        return rows.distinct("stream", eq("state", PARKED), String.class)
                .into(new ArrayList<>())
                .size();
    }

    Page<Parked> page(ParkedQuestion question, PageQuery page) {
        var all = and(eq("state", PARKED), question.filter());
        var items = rows.find(all)
                .projection(Projections.exclude("content"))
                .sort(ascending("since", "_id"))
                .skip(page.skip())
                .limit(page.size())
                .map(ParkedRows::parked)
                .into(new ArrayList<>());
        return new Page<>(items, rows.countDocuments(all), page.page(), page.size());
    }

    /// Subjects with a message that is asked about, the one that waits longest first.
    List<ParkedSubjectId> subjects(ParkedQuestion question) {
        var subjects = new LinkedHashSet<ParkedSubjectId>();
        rows.find(and(eq("state", PARKED), question.filter()))
                .projection(Projections.include("reader", "subject"))
                .sort(ascending("since", "_id"))
                .forEach(row -> subjects.add(new ParkedSubjectId(row.getString("reader"), row.getString("subject"))));
        return List.copyOf(subjects);
    }

    private static Bson parked(ParkedSubjectId subject) {
        return and(eq("stream", subject.toString()), eq("state", PARKED));
    }

    private static Bson unsettled(Parcel parcel) {
        return and(eq("_id", parcel.id()), eq("state", PARKED));
    }

    private static Parcel parcel(Document row) {
        return new Parcel(
                row.getString("reader"),
                row.getString("subject"),
                row.getString("message"),
                row.getLong("order"),
                row.getString("type"),
                row.get("content", Document.class));
    }

    private static Parked parked(Document row) {
        return new Parked(
                row.getString("reader"),
                row.getString("subject"),
                row.getString("message"),
                row.getString("type"),
                Failure.Kind.valueOf(row.getString("kind")),
                row.getString("code"),
                "",
                row.getInteger("attempts"),
                row.getDate("since").toInstant());
    }
}
