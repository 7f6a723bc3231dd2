package cn.shouwang.platform.projection;

import static com.mongodb.client.model.Filters.in;

import cn.shouwang.platform.store.Place;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/// The rows of a batch that are read before they are written: with one question, folded in memory in log
/// order, and each written whole once.
///
/// A row at `at` holds all that was folded up to there. A batch that begins at or before it does only what
/// is beyond; so whoever writes a row last has it right, and a row that is further along is left alone.
final class Folds {

    /// Takes a change of another row, for the event at `place`.
    @FunctionalInterface
    interface Others {
        void take(String id, Place place, Bson change);
    }

    /// What one event makes of one row.
    record Step(String id, Place place, Folding folding) {

        void apply(Document row, Others others) {
            row.remove("at");
            row.remove("part");
            folding.fold(row, (other, change) -> others.take(other, place, change));
            row.put("at", place.position()); // last, so that equal rows are equal to the byte
            if (place.part() > 0) {
                row.put("part", place.order());
            }
        }
    }

    private final List<Step> steps = new ArrayList<>();

    void add(String id, Place place, Folding folding) {
        steps.add(new Step(id, place, folding));
    }

    /// What was added, in log order.
    List<Step> steps() {
        return steps;
    }

    /// The rows as they are to be written, `at` their last event; forgets the steps.
    Collection<Document> run(MongoCollection<Document> collection, Others others) {
        var rows = read(collection);
        var seen = new HashMap<String, Long>();
        rows.forEach((id, row) -> seen.put(id, Rows.order(row)));
        var folded = new LinkedHashMap<String, Document>();
        for (var step : steps) {
            if (step.place().order() > seen.getOrDefault(step.id(), -1L)) {
                var row = rows.computeIfAbsent(step.id(), id -> new Document("_id", id));
                step.apply(row, others);
                folded.put(step.id(), row);
            }
        }
        steps.clear();
        return folded.values();
    }

    private Map<String, Document> read(MongoCollection<Document> collection) {
        var ids = steps.stream().map(Step::id).distinct().toList();
        var rows = new HashMap<String, Document>();
        if (!ids.isEmpty()) {
            collection.find(in("_id", ids)).forEach(row -> rows.put(row.getString("_id"), row));
        }
        return rows;
    }
}
