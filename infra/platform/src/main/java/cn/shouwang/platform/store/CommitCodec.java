package cn.shouwang.platform.store;

import cn.shouwang.platform.store.Commit.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.bson.BsonBinaryWriter;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.jspecify.annotations.Nullable;

/// Reads and writes a [Commit] straight from the wire, without a tree of documents in between.
/// Fields it does not know are passed over.
final class CommitCodec implements Codec<Commit> {

    /// Where the position lies in the bytes of every commit: behind its length, type and name.
    static final int POSITION_AT = 9;

    /// Told where the time of an event ends, as its bytes are written.
    interface TimeWritten {
        void upTo(int event, int end);
    }

    @Override
    public void encode(BsonWriter writer, Commit commit, EncoderContext context) {
        write(writer, commit, _ -> {});
    }

    /// Encodes and tells where the times lie.
    void encode(BsonBinaryWriter writer, Commit commit, TimeWritten times) {
        write(writer, commit, event -> times.upTo(event, writer.getBsonOutput().getPosition()));
    }

    private static void write(BsonWriter writer, Commit commit, IntConsumer timeWritten) {
        writer.writeStartDocument();
        writer.writeInt64("_id", commit.position()); // first, see POSITION_AT
        writer.writeString("stream", commit.stream());
        writer.writeString("type", commit.type());
        writer.writeInt64("sequence", commit.sequence());
        if (commit.key() != null && commit.print() != null) {
            writer.writeString("key", commit.key());
            writer.writeString("print", commit.print());
        }
        writer.writeStartArray("events");
        for (var event = 0; event < commit.events().size(); event++) {
            var entry = commit.events().get(event);
            writer.writeStartDocument();
            writer.writeString("id", entry.id());
            writer.writeString("name", entry.name());
            writer.writeString("revision", entry.revision());
            writer.writeDateTime("at", entry.at().toEpochMilli());
            timeWritten.accept(event);
            writer.writeString("payload", entry.payload());
            writer.writeString("meta", entry.meta());
            writer.writeEndDocument();
        }
        writer.writeEndArray();
        writer.writeEndDocument();
    }

    @Override
    public Commit decode(BsonReader reader, DecoderContext context) {
        long position = 0;
        long sequence = 0;
        String stream = "";
        String type = "";
        @Nullable String key = null;
        @Nullable String print = null;
        List<Entry> events = List.of();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "_id" -> position = reader.readInt64();
                case "stream" -> stream = reader.readString();
                case "type" -> type = reader.readString();
                case "sequence" -> sequence = reader.readInt64();
                case "key" -> key = reader.readString();
                case "print" -> print = reader.readString();
                case "events" -> events = entries(reader);
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return new Commit(position, stream, type, sequence, key, print, events);
    }

    private static List<Entry> entries(BsonReader reader) {
        var entries = new ArrayList<Entry>(2);
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            entries.add(entry(reader));
        }
        reader.readEndArray();
        return entries;
    }

    private static Entry entry(BsonReader reader) {
        String id = "";
        String name = "";
        String revision = "";
        String payload = "";
        String meta = "";
        long at = 0;
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "id" -> id = reader.readString();
                case "name" -> name = reader.readString();
                case "revision" -> revision = reader.readString();
                case "at" -> at = reader.readDateTime();
                case "payload" -> payload = reader.readString();
                case "meta" -> meta = reader.readString();
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return new Entry(id, name, revision, Instant.ofEpochMilli(at), payload, meta);
    }

    @Override
    public Class<Commit> getEncoderClass() {
        return Commit.class;
    }
}
