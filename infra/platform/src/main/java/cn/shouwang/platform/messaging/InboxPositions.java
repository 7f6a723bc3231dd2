package cn.shouwang.platform.messaging;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/// How far the inbox has come: collection `inbox_positions`, `{_id: <source>/<partition>,
/// position}`.
///
/// `position` is the place in the source's log of the last message that was done. It never goes
/// back, whoever writes.
final class InboxPositions {

    private final MongoCollection<Document> collection;

    InboxPositions(MongoDatabase database) {
        this.collection = database.getCollection("inbox_positions");
    }

    /// The position of each of the lanes that has one.
    Map<String, Long> of(Collection<String> lanes) {
        var positions = new HashMap<String, Long>();
        collection
                .find(in("_id", lanes))
                .forEach(lane -> positions.put(lane.getString("_id"), lane.getLong("position")));
        return positions;
    }

    void save(Map<String, Long> positions) {
        if (positions.isEmpty()) {
            return;
        }
        collection.bulkWrite(positions.entrySet().stream()
                .map(lane -> new UpdateOneModel<Document>(
                        eq("_id", lane.getKey()), max("position", lane.getValue()), new UpdateOptions().upsert(true)))
                .toList());
    }
}
