package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What an index is: its name, its fields in order, and whether it is unique and sparse. Stored as
/// the index description that listIndexes answers: `{v, key: {field: 1 or -1}, name, unique?, sparse?}`;
/// that of `_id_` is unique without saying so, as in MongoDB.
record IndexDefinition(String name, List<Field> fields, boolean unique, boolean sparse) {

    private static final Pattern DOT = Pattern.compile("\\.");

    static final IndexDefinition ID =
            new IndexDefinition("_id_", List.of(new Field("_id", List.of(name("_id")), true)), true, false);

    /// A field by its dotted path, also split into names as BSON has them.
    record Field(String path, List<byte[]> names, boolean ascending) {}

    static IndexDefinition of(Document description) {
        var fields = new ArrayList<Field>();
        for (var entry : Fields.document(description, "key").entrySet()) {
            var names =
                    DOT.splitAsStream(entry.getKey()).map(IndexDefinition::name).toList();
            fields.add(new Field(entry.getKey(), names, ((Number) entry.getValue()).doubleValue() > 0));
        }
        var name = Fields.text(description, "name");
        return new IndexDefinition(
                name,
                List.copyOf(fields),
                name.equals(ID.name) || Utils.isTrue(description.get("unique")),
                Utils.isTrue(description.get("sparse")));
    }

    boolean isId() {
        return name.equals(ID.name);
    }

    Document key() {
        var key = new Document();
        for (Field field : fields) {
            key.put(field.path(), field.ascending() ? 1 : -1);
        }
        return key;
    }

    Document description() {
        var description = new Document("v", 2).append("key", key()).append("name", name);
        if (unique && !isId()) {
            description.append("unique", true);
        }
        if (sparse) {
            description.append("sparse", true);
        }
        return description;
    }

    private static byte[] name(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
