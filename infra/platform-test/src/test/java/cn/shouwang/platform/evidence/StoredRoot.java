package cn.shouwang.platform.evidence;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;

/// The root of a log once more, from its documents and the definition in RFC 9162, 2.1.1, by nothing that the
/// sealer uses.
final class StoredRoot {

    private final UnaryOperator<byte[]> hash;

    StoredRoot(UnaryOperator<byte[]> hash) {
        this.hash = hash;
    }

    byte[] of(MongoDatabase database) {
        return of(database, Long.MAX_VALUE);
    }

    byte[] of(MongoDatabase database, long size) {
        var leaves = new ArrayList<byte[]>();
        for (var commit : database.getCollection("log").find().sort(Sorts.ascending("_id"))) {
            var events = commit.getList("events", Document.class);
            for (var index = 0; index < events.size() && leaves.size() < size; index++) {
                leaves.add(hash.apply(prefixed(0, line(commit, events.get(index), index))));
            }
        }
        return root(leaves);
    }

    private static byte[] line(Document commit, Document event, int index) {
        var fields = new TreeMap<String, Object>();
        fields.put("position", commit.getLong("_id") + index);
        fields.put("commit", commit.getLong("_id"));
        fields.put("stream", commit.getString("stream"));
        fields.put("type", commit.getString("type"));
        fields.put("sequence", commit.getLong("sequence") + index);
        if (index == 0 && commit.containsKey("key")) {
            fields.put("key", commit.getString("key"));
            fields.put("print", commit.getString("print"));
        }
        for (var name : List.of("id", "name", "revision", "payload", "meta")) {
            fields.put(name, event.getString(name));
        }
        var at = event.getDate("at").toInstant();
        fields.put("at", at.toString().length() == 20 ? at.toString().replace("Z", ".000Z") : at.toString());
        return JsonMapper.shared().writeValueAsString(fields).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] root(List<byte[]> leaves) {
        if (leaves.size() <= 1) {
            return leaves.isEmpty() ? hash.apply(new byte[0]) : leaves.getFirst();
        }
        var left = Integer.highestOneBit(leaves.size() - 1);
        var node = new byte[64];
        System.arraycopy(root(leaves.subList(0, left)), 0, node, 0, 32);
        System.arraycopy(root(leaves.subList(left, leaves.size())), 0, node, 32, 32);
        return hash.apply(prefixed(1, node));
    }

    private static byte[] prefixed(int first, byte[] rest) {
        var all = new byte[rest.length + 1];
        all[0] = (byte) first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }
}
