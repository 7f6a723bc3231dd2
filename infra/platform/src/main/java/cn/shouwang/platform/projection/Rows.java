package cn.shouwang.platform.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.platform.store.Place;
import cn.shouwang.platform.store.Recorded;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Comparator;
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
/// nothing, whoever writes and however often. A row that has seen a later part of a position (see
/// [Place]) keeps in `part` the order of that place; it says nothing once `at` is past it. Used by one
/// thread.
public final class Rows {

    /// What one event means for one row.
    record Change(String id, Place place, Bson update) {

        /// The update, and that the row has seen it.
        Bson seen() {
            return combine(update, Rows.seen(place));
        }
    }

    /// A write that applies only to a row that has not seen its position; with or without making the row.
    @FunctionalInterface
    private interface Guarded {
        WriteModel<Document> model(boolean upsert);
    }

    private final MongoCollection<Document> collection;
    private final Map<String, Change> current = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final Folds folds = new Folds();
    private Place place = new Place(0, 0);

    Rows(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /// Writes what a batch of events, in log order, means to `projection` into its collection.
    public static void write(Projection projection, List<Recorded> batch, MongoCollection<Document> collection) {
        write(projection, batch, collection, false);
    }

    /// The same. `isNew` says that no row has seen anything of the batch and spares the question what they
    /// have seen; should it be wrong, every write is refused by itself, which takes longer. Returns whether
    /// what lies behind the batch is new in that way.
    static boolean write(
            Projection projection, List<Recorded> batch, MongoCollection<Document> collection, boolean isNew) {
        var rows = new Rows(collection);
        rows.collect(projection, batch);
        return rows.flush(isNew);
    }

    /// What the batch means to `projection`; nothing is written.
    static Rows collected(Projection projection, List<Recorded> batch, MongoCollection<Document> collection) {
        var rows = new Rows(collection);
        rows.collect(projection, batch);
        rows.changes.addAll(rows.current.values());
        return rows;
    }

    /// The changes, in log order.
    List<Change> changes() {
        return changes;
    }

    /// The rows to be folded.
    Folds folds() {
        return folds;
    }

    private void collect(Projection projection, List<Recorded> batch) {
        for (var recorded : batch) {
            if (projection.reads().stream().anyMatch(type -> type.isInstance(recorded.event()))) {
                at(recorded.place());
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
                new Change(id, place, change),
                (before, now) -> new Change(id, place, combine(before.update(), now.update())));
    }

    /// Makes of row `id` what `folding` says of the row as it was and the event being projected. A row is
    /// either folded or advanced, never both.
    ///
    /// What a folding tells of other rows is written before its own, so it is not lost when the process
    /// ends in between: it is then told again.
    public void fold(String id, Folding folding) {
        folds.add(id, place, folding);
    }

    /// Begins the next event; its changes apply only to rows that have not seen `next` yet.
    void at(Place next) {
        changes.addAll(current.values());
        current.clear();
        place = next;
    }

    /// Writes all that was collected. Rows already past an event's position are left alone.
    void flush() {
        flush(false);
    }

    /// The same; see [#write].
    boolean flush(boolean isNew) {
        changes.addAll(current.values());
        current.clear();
        var folded = folds.run(collection, (id, at, change) -> changes.add(new Change(id, at, change)));
        if (!folded.isEmpty()) {
            changes.sort(Comparator.comparing(Change::place));
        }
        var due = isNew ? List.copyOf(changes) : unseen();
        var stillNew = changes.isEmpty() ? isNew : due.size() == changes.size();
        changes.clear();
        stillNew &= write(due.stream().map(Rows::update).toList());
        stillNew &= write(folded.stream().map(Rows::whole).toList());
        return stillNew;
    }

    private List<Change> unseen() {
        var seen = changes.isEmpty() ? Map.<String, Long>of() : seen();
        return changes.stream()
                .filter(change -> change.place().order() > seen.getOrDefault(change.id(), -1L))
                .toList();
    }

    /// The order of the place each row has seen.
    private Map<String, Long> seen() {
        var ids = changes.stream().map(Change::id).distinct().toList();
        var seen = new HashMap<String, Long>();
        for (var row : collection.find(in("_id", ids)).projection(include("at", "part"))) {
            seen.put(row.getString("_id"), order(row));
        }
        return seen;
    }

    /// A row that another writer moved past a position fails the filter, so the upsert tries to insert
    /// a second row with the same `_id` and is refused; the plain update that follows then finds
    /// nothing to do, unless that writer only just inserted the row: then it does what is due. False when
    /// that happened.
    private boolean write(List<Guarded> due) {
        var from = 0;
        while (from < due.size()) {
            var rest = due.subList(from, due.size());
            try {
                collection.bulkWrite(
                        rest.stream().map(write -> write.model(true)).toList(), new BulkWriteOptions().ordered(true));
                return from == 0;
            } catch (MongoBulkWriteException e) {
                var error =
                        e.getWriteErrors().isEmpty() ? null : e.getWriteErrors().getFirst();
                if (error == null || error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                collection.bulkWrite(List.of(rest.get(error.getIndex()).model(false)));
                from += error.getIndex() + 1;
            }
        }
        return from == 0;
    }

    private static Guarded update(Change change) {
        return upsert -> new UpdateOneModel<>(
                and(eq("_id", change.id()), unseen(change.place())), change.seen(), new UpdateOptions().upsert(upsert));
    }

    private static Guarded whole(Document row) {
        return upsert -> new ReplaceOneModel<>(
                and(eq("_id", row.getString("_id")), unseen(Place.ofOrder(order(row)))),
                row,
                new ReplaceOptions().upsert(upsert));
    }

    /// The order of the place a row has seen.
    static long order(Document row) {
        return Math.max(new Place(row.getLong("at"), 0).order(), row.get("part", -1L));
    }

    private static Bson unseen(Place place) {
        return place.part() == 0
                ? lt("at", place.position())
                : and(lte("at", place.position()), not(gte("part", place.order())));
    }

    private static Bson seen(Place place) {
        var at = set("at", place.position());
        return place.part() == 0 ? at : combine(at, set("part", place.order()));
    }
}
