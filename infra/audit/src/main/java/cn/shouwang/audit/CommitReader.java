package cn.shouwang.audit;

import cn.shouwang.evidence.Hash;
import cn.shouwang.evidence.Hashing;
import cn.shouwang.evidence.LeafLine;
import cn.shouwang.evidence.LoggedEvent;
import cn.shouwang.evidence.Malformed;
import cn.shouwang.evidence.verify.Entry;
import cn.shouwang.evidence.verify.Entry.Defect;
import cn.shouwang.evidence.verify.Finding;
import cn.shouwang.evidence.verify.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonBinaryReader;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/// Reads stored commits without trusting them: a field of another type, one too many or one too few is
/// told, never passed over.
final class CommitReader {

    private static final Hash NOTHING = Hash.of(new byte[Hash.BYTES]);
    private static final Set<String> OF_COMMIT = Set.of("_id", "stream", "type", "sequence", "key", "print", "events");
    private static final Set<String> OF_EVENT = Set.of("id", "name", "revision", "at", "payload", "meta");

    private final Hashing.Hasher hasher;
    private final LeafLine line = new LeafLine();

    CommitReader(Hashing hashing) {
        this.hasher = hashing.hasher();
    }

    /// The events of a commit; `due` is the place of one whose own cannot be read.
    List<Entry> read(RawBsonDocument document, long due) {
        try (var reader = new BsonBinaryReader(document.getByteBuffer().asNIO())) {
            var fields = new Fields(OF_COMMIT);
            fields.read(reader);
            return entries(fields, due);
        }
    }

    private List<Entry> entries(Fields fields, long due) {
        var position = fields.number("_id");
        if (position == null || position < 0) {
            return List.of(unreadable(due, "编号不是位置", "its id is no position"));
        }
        if (fields.events.isEmpty()) {
            return List.of(unreadable(position, "没有事件", "it holds no events"));
        }
        var entries = new ArrayList<Entry>();
        for (var place = 0; place < fields.events.size(); place++) {
            entries.add(entry(fields, position, place));
        }
        return entries;
    }

    private Entry entry(Fields commit, long position, int place) {
        var event = commit.events.get(place);
        try {
            var logged = event(commit, event, position, place);
            var leaf = line.hash(logged, hasher);
            var defect = place == 0 && commit.defect != null ? commit.defect : event.defect;
            return new Entry(position + place, leaf, logged, defect);
        } catch (Malformed _) {
            return unreadable(position + place, "缺少字段或类型不对", "a field is missing or of another type");
        }
    }

    private static LoggedEvent event(Fields commit, Fields event, long position, int place) {
        return new LoggedEvent(
                position + place,
                position,
                place == 0 ? commit.optional("key") : null,
                place == 0 ? commit.optional("print") : null,
                commit.text("stream"),
                commit.text("type"),
                commit.required("sequence") + place,
                event.text("id"),
                event.text("name"),
                event.text("revision"),
                event.time("at"),
                event.text("payload"),
                event.text("meta"));
    }

    private static Entry unreadable(long position, String zh, String en) {
        return new Entry(position, NOTHING, null, new Defect(Finding.Kind.UNREADABLE, new Said(zh, en)));
    }

    /// The fields of a document by name.
    private static final class Fields {

        private final Set<String> known;
        private final Map<String, Object> values = new HashMap<>();
        private final List<Fields> events = new ArrayList<>();
        private @Nullable Defect defect;

        Fields(Set<String> known) {
            this.known = known;
        }

        void read(BsonReader reader) {
            reader.readStartDocument();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                var name = reader.readName();
                if (!known.contains(name) || values.containsKey(name)) {
                    defect = unknown(name);
                }
                value(reader, name);
            }
            reader.readEndDocument();
        }

        /// The name is told only as far as it looks like one.
        private static Defect unknown(String name) {
            var shown = name.matches("[A-Za-z0-9_.]{1,40}") ? name : "?";
            return new Defect(Finding.Kind.UNKNOWN_FIELD, Said.of("字段 %s", "field %s", shown));
        }

        private void value(BsonReader reader, String name) {
            switch (reader.getCurrentBsonType()) {
                case INT64 -> values.put(name, reader.readInt64());
                case STRING -> values.put(name, reader.readString());
                case DATE_TIME -> values.put(name, Instant.ofEpochMilli(reader.readDateTime()));
                case ARRAY -> array(reader, name);
                default -> {
                    values.put(name, Fields.class); // there, and of no type of ours
                    reader.skipValue();
                }
            }
        }

        private void array(BsonReader reader, String name) {
            values.put(name, Fields.class);
            if (!name.equals("events") || !events.isEmpty()) {
                reader.skipValue();
                return;
            }
            reader.readStartArray();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                var event = new Fields(OF_EVENT);
                if (reader.getCurrentBsonType() == BsonType.DOCUMENT) {
                    event.read(reader);
                } else {
                    reader.skipValue();
                }
                events.add(event);
            }
            reader.readEndArray();
        }

        @Nullable
        Long number(String name) {
            return values.get(name) instanceof Long number ? number : null;
        }

        long required(String name) {
            var number = number(name);
            if (number == null) {
                throw new Malformed("no number");
            }
            return number;
        }

        @Nullable
        String optional(String name) {
            return values.containsKey(name) ? text(name) : null;
        }

        String text(String name) {
            if (values.get(name) instanceof String text) {
                return text;
            }
            throw new Malformed("no text");
        }

        Instant time(String name) {
            if (values.get(name) instanceof Instant time) {
                return time;
            }
            throw new Malformed("no time");
        }
    }
}
