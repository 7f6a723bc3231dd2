package cn.shouwang.platform.test;

import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.platform.event.Catalogue;
import cn.shouwang.platform.event.EventSerializer;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.history.Gist;
import cn.shouwang.platform.projection.Fold;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.sealing.SealedTextCodec;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.store.Recorded;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.bson.Document;

/// One read model over a short history, on a database of its own.
///
/// `given` plays events as the log would hand them over; [#again] and [#rebuilt] then show that
/// delivering them twice, or building the rows anew, changes nothing. Rows come without `at` and
/// `part`, the place by which the platform guards them.
public final class TestViews {

    private static final Instant BEGINNING = Instant.parse("2025-03-02T04:00:00Z");

    private final Projection projection;
    private final TestSeals keys = new TestSeals();
    private final MongoCollection<Document> collection = fresh();
    private final List<Recorded> history = new ArrayList<>();

    public TestViews(Projection projection) {
        this.projection = projection;
    }

    /// Events recorded by the software itself, one a second from 2025-03-02 noon in the village.
    public TestViews given(Placed... events) {
        return given(Actor.SYSTEM, events);
    }

    /// Events recorded by `actor`, each a second after the one before.
    public TestViews given(Actor actor, Placed... events) {
        var next = history.isEmpty() ? 0 : history.getLast().position() + 1;
        return given(IntStream.range(0, events.length)
                .mapToObj(index -> recorded(actor, events[index], next + index))
                .toArray(Recorded[]::new));
    }

    /// Events as recorded, at places past those given before.
    public TestViews given(Recorded... events) {
        for (var recorded : events) {
            if (!history.isEmpty()
                    && recorded.place().compareTo(history.getLast().place()) <= 0) {
                throw new IllegalArgumentException("events are given in the order of their places");
            }
            history.add(recorded);
        }
        Rows.write(projection, List.of(events), collection);
        return this;
    }

    /// All rows, by id.
    public List<Document> rows() {
        return rows(collection).stream().map(TestViews::withoutPosition).toList();
    }

    /// One row; fails when there is none.
    public Document row(Object id) {
        return rows().stream()
                .filter(row -> id.toString().equals(row.getString("_id")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + id + " among " + rows()));
    }

    /// Delivers every event once more, together and one by one; the rows must stay as they are.
    public TestViews again() {
        var before = rows(collection);
        Rows.write(projection, history, collection);
        requireSame("redelivery", before, rows(collection));
        history.forEach(recorded -> Rows.write(projection, List.of(recorded), collection));
        requireSame("redelivery one by one", before, rows(collection));
        return this;
    }

    /// Builds the rows anew from the first event, in one batch and one by one; they must come out the
    /// same. So they must in memory, and each from only the events it says it is found by
    /// ([Projection#foundBy]), as it is built when it is asked for as of the past.
    public TestViews rebuilt() {
        var before = rows(collection);
        var anew = fresh();
        Rows.write(projection, history, anew);
        requireSame("a rebuild", before, rows(anew));
        var singly = fresh();
        history.forEach(recorded -> Rows.write(projection, List.of(recorded), singly));
        requireSame("a rebuild one by one", before, rows(singly));
        requireSame("a replay in memory", before, Fold.rows(projection, history, collection));
        before.forEach(this::requireFound);
        projection.foundByFields().forEach(field -> requireFound(field, before));
        return this;
    }

    private void requireFound(Document row) {
        var id = row.getString("_id");
        var ids = projection.foundBy(id);
        if (!ids.isEmpty()) {
            var found = foldedAbout(ids).stream()
                    .filter(made -> id.equals(made.getString("_id")))
                    .toList();
            requireSame("a replay of what mentions " + ids, List.of(row), found);
        }
    }

    private void requireFound(String field, List<Document> rows) {
        rows.stream().flatMap(row -> values(row, field)).distinct().forEach(value -> {
            var found = foldedAbout(List.of(value));
            requireSame(
                    "a replay of what mentions " + value, holding(rows, field, value), holding(found, field, value));
        });
    }

    private static List<Document> holding(List<Document> rows, String field, String value) {
        return rows.stream()
                .filter(row -> values(row, field).anyMatch(value::equals))
                .toList();
    }

    private static Stream<String> values(Document row, String field) {
        return switch (row.get(field)) {
            case String value -> Stream.of(value);
            case List<?> values -> values.stream().map(String.class::cast);
            case null, default -> Stream.empty();
        };
    }

    private List<Document> foldedAbout(List<String> ids) {
        var about = history.stream()
                .filter(recorded -> mentioned(recorded).anyMatch(ids::contains))
                .toList();
        return Fold.rows(projection, about, collection);
    }

    private static Stream<String> mentioned(Recorded recorded) {
        var serializer = new EventSerializer(Catalogue.of(recorded.event().getClass()), TestSeals.fresh());
        var stored = serializer.serialize(recorded.event(), String.class).getData();
        return Stream.concat(Stream.of(recorded.stream()), Gist.of(stored).about().stream());
    }

    /// Destroys the key of `subject`; the rows' [cn.shouwang.platform.sealing.SealedText] about it are
    /// forgotten.
    public TestViews forget(Object subject) {
        keys.destroy(subject.toString());
        return this;
    }

    private MongoCollection<Document> fresh() {
        var rows = Servers.freshDatabase().getCollection("rows");
        return rows.withCodecRegistry(SealedTextCodec.registry(keys.seals(), rows.getCodecRegistry()));
    }

    private static Recorded recorded(Actor actor, Placed event, long position) {
        return new Recorded(
                position,
                "stream",
                position,
                "event-" + position,
                BEGINNING.plusSeconds(position),
                event,
                MetaData.from(actor.toMeta()));
    }

    private static List<Document> rows(MongoCollection<Document> collection) {
        return collection.find().sort(ascending("_id")).into(new ArrayList<>());
    }

    private static Document withoutPosition(Document row) {
        var seen = new Document(row);
        Objects.requireNonNull(seen.remove("at"));
        seen.remove("part");
        return seen;
    }

    private static void requireSame(String what, List<Document> before, List<Document> now) {
        if (!before.equals(now)) {
            throw new AssertionError("%s changed the rows%nfrom %s%nto   %s".formatted(what, before, now));
        }
    }
}
