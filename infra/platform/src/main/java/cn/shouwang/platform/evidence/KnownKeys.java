package cn.shouwang.platform.evidence;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.min;

import cn.shouwang.evidence.NoteKey;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/// Collection `evidence_keys`: `{_id: public key, from, to}`, the sizes of the first and the last checkpoint it
/// signed. A convenience, not a proof: whoever can write here could put in a key of their own. What counts is
/// the key that was written down at the first start.
final class KnownKeys {

    /// A public key and what it signed.
    public record Known(String key, long from, long to) {}

    private final MongoCollection<Document> keys;

    KnownKeys(MongoDatabase database) {
        this.keys = database.getCollection("evidence_keys");
    }

    void signed(NoteKey key, long size) {
        keys.updateOne(
                eq("_id", key.toString()),
                combine(min("from", size), max("to", size)),
                new UpdateOptions().upsert(true));
    }

    /// The oldest first.
    List<Known> all() {
        return keys.find()
                .sort(ascending("from"))
                .map(row -> new Known(row.getString("_id"), row.getLong("from"), row.getLong("to")))
                .into(new ArrayList<>());
    }
}
