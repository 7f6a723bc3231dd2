package cn.shouwang.platform.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.platform.store.Recorded;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/// Collects what a batch of events means for the rows of one read model and writes it as one
/// `bulkWrite`.
///
/// Each row keeps the log position it has seen in `at`, so redelivered and replayed events change
/// nothing, whoever writes and however often. Used by one thread.
public final class Rows {

    /// What one event means for one row.
    record Change(String id, long position, Bson update) {

        /// The update, and that the row has seen it.
        Bson seen() {
            return combine(update, set("at", position));
        }
    }

    private final MongoCollection<Document> collection;
    private final Map<String, Change> current = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private long position;

    Rows(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /// Writes what a batch of events, in log order, means to `projection` into its collection.
    public static void write(Projection projection, List<Recorded> batch, MongoCollection<Document> collection) {
        var rows = new Rows(collection);
        rows.collect(projection, batch);
        rows.flush();
    }

    /// What the batch means to `projection`, in the order in which it is to be done; nothing is written.
    static List<Change> changes(Projection projection, List<Recorded> batch, MongoCollection<Document> collection) {
        var rows = new Rows(collection);
        rows.collect(projection, batch);
        rows.at(-1);
        return rows.changes;
    }

    private void collect(Projection projection, List<Recorded> batch) {
        for (var recorded : batch) {
            if (projection.reads().stream().anyMatch(type -> type.isInstance(recorded.event()))) {
                at(recorded.position());
                projection.on(recorded, this);
            }
        }
    }

    /// Applies `change` to row `id` for the event being projected, creating the row if need be.
    ///
    /// Several changes of one row for one event are combined; they must touch different fields.
    public void advance(String id, Bson change) {
        current.merge(
                id,
                new Change(id, position, change),
                (before, now) -> new Change(id, position, combine(before.update(), now.update())));
    }

    /// Begins the next event; its changes apply only to rows that have not seen `next` yet.
    void at(long next) {
        changes.addAll(current.values());
        current.clear();
        position = next;
    }

    /// Writes all that was collected. Rows already past an event's position are left alone.
    void flush() {
        changes.addAll(current.values());
        current.clear();
        if (changes.isEmpty()) {
            return;
        }
        var seen = seen();
        write(changes.stream()
                .filter(change -> change.position() > seen.getOrDefault(change.id(), -1L))
                .toList());
        changes.clear();
    }

    private Map<String, Long> seen() {
        var ids = changes.stream().map(Change::id).distinct().toList();
        var seen = new HashMap<String, Long>();
        for (var row : collection.find(in("_id", ids)).projection(include("at"))) {
            seen.put(row.getString("_id"), row.getLong("at"));
        }
        return seen;
    }

    /// A row that another writer moved past a position fails the filter, so the upsert tries to insert
    /// a second row with the same `_id` and is refused; the plain update that follows then finds
    /// nothing to do, unless that writer only just inserted the row: then it does what is due.
    private void write(List<Change> due) {
        var from = 0;
        while (from < due.size()) {
            var rest = due.subList(from, due.size());
            try {
                collection.bulkWrite(
                        rest.stream().map(change -> update(change, true)).toList(),
                        new BulkWriteOptions().ordered(true));
                return;
            } catch (MongoBulkWriteException e) {
                var error =
                        e.getWriteErrors().isEmpty() ? null : e.getWriteErrors().getFirst();
                if (error == null || error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                collection.bulkWrite(List.of(update(rest.get(error.getIndex()), false)));
                from += error.getIndex() + 1;
            }
        }
    }

    private static UpdateOneModel<Document> update(Change change, boolean upsert) {
        return new UpdateOneModel<>(
                and(eq("_id", change.id()), lt("at", change.position())),
                change.seen(),
                new UpdateOptions().upsert(upsert));
    }
}
