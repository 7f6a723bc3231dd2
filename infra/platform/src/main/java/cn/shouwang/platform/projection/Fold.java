package cn.shouwang.platform.projection;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import cn.shouwang.platform.store.Recorded;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.codecs.DecoderContext;

/// The rows of one read model after some events and no others.
///
/// They are kept in memory and written once, as they are in the end, which takes a fraction of the time of
/// writing every change; what does not fit into memory goes into the collection in between and is fetched
/// again. Used by one thread.
public final class Fold {

    private static final int MOST_IN_MEMORY = 20_000;
    private static final int WRITTEN_AT_ONCE = 1_000;

    private final Projection projection;
    private final MongoCollection<Document> collection;
    private final MongoCollection<BsonDocument> raw;
    private final int most;
    private final Map<String, BsonDocument> rows = new LinkedHashMap<>();
    private boolean spilled;

    /// `collection` is where [#finish] writes; until then it is not touched.
    Fold(Projection projection, MongoCollection<Document> collection) {
        this(projection, collection, MOST_IN_MEMORY);
    }

    Fold(Projection projection, MongoCollection<Document> collection, int most) {
        this.projection = projection;
        this.collection = collection;
        this.raw = collection.withDocumentClass(BsonDocument.class);
        this.most = most;
    }

    /// Rows that are not written anywhere, so few that they fit into memory; `like` lends its codecs.
    static Fold inMemory(Projection projection, MongoCollection<Document> like) {
        return new Fold(projection, like, Integer.MAX_VALUE);
    }

    /// The rows that these events and no others make, by id; `like` lends its codecs and stays as it is.
    public static List<Document> rows(Projection projection, List<Recorded> events, MongoCollection<Document> like) {
        var fold = inMemory(projection, like);
        fold.apply(events);
        return fold.rows.keySet().stream()
                .sorted()
                .flatMap(id -> fold.row(id).stream())
                .toList();
    }

    /// Plays events in log order, after those before.
    void apply(List<Recorded> batch) {
        var meant = Rows.collected(projection, batch, collection);
        if (spilled) {
            fetch(meant);
        }
        var folds = meant.folds().steps().iterator();
        var next = folds.hasNext() ? folds.next() : null;
        for (var change : meant.changes()) {
            while (next != null && next.place().compareTo(change.place()) <= 0) {
                fold(next);
                next = folds.hasNext() ? folds.next() : null;
            }
            change(change);
        }
        while (next != null) {
            fold(next);
            next = folds.hasNext() ? folds.next() : null;
        }
        if (rows.size() > most) {
            write();
            rows.clear();
            spilled = true;
        }
    }

    private void change(Rows.Change change) {
        Operators.apply(
                change.seen().toBsonDocument(Document.class, collection.getCodecRegistry()), stored(change.id()));
    }

    private void fold(Folds.Step step) {
        var row = decoded(stored(step.id()));
        step.apply(row, (id, place, update) -> change(new Rows.Change(id, place, update)));
        rows.put(step.id(), row.toBsonDocument(Document.class, collection.getCodecRegistry()));
    }

    private BsonDocument stored(String id) {
        return rows.computeIfAbsent(id, _ -> {
            var kept = spilled ? raw.find(eq("_id", id)).first() : null;
            return kept == null ? new BsonDocument("_id", new BsonString(id)) : kept;
        });
    }

    private void fetch(Rows meant) {
        var missing = new HashSet<String>();
        meant.changes().forEach(change -> missing.add(change.id()));
        meant.folds().steps().forEach(step -> missing.add(step.id()));
        missing.removeAll(rows.keySet());
        raw.find(in("_id", missing))
                .forEach(row -> rows.put(row.getString("_id").getValue(), row));
    }

    /// Writes all rows.
    void finish() {
        write();
    }

    private void write() {
        var all = new ArrayList<>(rows.values());
        for (var from = 0; from < all.size(); from += WRITTEN_AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + WRITTEN_AT_ONCE));
            if (spilled) {
                raw.bulkWrite(some.stream()
                        .map(row -> new ReplaceOneModel<>(
                                eq("_id", row.get("_id")), row, new ReplaceOptions().upsert(true)))
                        .toList());
            } else {
                raw.insertMany(some);
            }
        }
    }

    /// A row as the server would answer with it; of a fold that is small enough not to have been written.
    Optional<Document> row(String id) {
        var row = rows.get(id);
        return row == null ? Optional.empty() : Optional.of(decoded(row));
    }

    private Document decoded(BsonDocument row) {
        return collection
                .getCodecRegistry()
                .get(Document.class)
                .decode(row.asBsonReader(), DecoderContext.builder().build());
    }
}
