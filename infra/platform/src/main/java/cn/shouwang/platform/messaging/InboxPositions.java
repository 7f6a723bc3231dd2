package cn.shouwang.platform.messaging;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;

import cn.shouwang.platform.store.Place;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/// How far the inbox has come: collection `inbox_positions`, `{_id: <source>/<partition>,
/// position, part?}`.
///
/// `position` is that in the source's log of the last message that was done; `part`, when a later part
/// of a position was, the order of that [Place]. Neither goes back, whoever writes.
final class InboxPositions {

    private final MongoCollection<Document> collection;

    InboxPositions(MongoDatabase database) {
        this.collection = database.getCollection("inbox_positions");
    }

    /// The place of each of the lanes that has one.
    Map<String, Place> of(Collection<String> lanes) {
        var places = new HashMap<String, Place>();
        collection.find(in("_id", lanes)).forEach(lane -> places.put(lane.getString("_id"), place(lane)));
        return places;
    }

    private static Place place(Document lane) {
        var whole = new Place(lane.getLong("position"), 0).order();
        return Place.ofOrder(Math.max(whole, lane.get("part", whole)));
    }

    void save(Map<String, Place> places) {
        if (places.isEmpty()) {
            return;
        }
        collection.bulkWrite(places.entrySet().stream()
                .map(lane -> new UpdateOneModel<Document>(
                        eq("_id", lane.getKey()), reached(lane.getValue()), new UpdateOptions().upsert(true)))
                .toList());
    }

    private static Bson reached(Place place) {
        var position = max("position", place.position());
        return place.part() == 0 ? position : combine(position, max("part", place.order()));
    }
}
