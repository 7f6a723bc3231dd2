package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/// Records of one command, appended together with one write. Confined to its thread.
final class Batch {

    private final long forced;
    private final ByteBuf bytes = Unpooled.buffer(1024);

    /// `forced` is how far the log is known to be forced now; each record carries it.
    Batch(long forced) {
        this.forced = forced;
    }

    /// Adds a document and returns where its record starts within this batch.
    int put(int collection, long slot, Document document) {
        int start = begin(LogRecord.PUT, collection, slot);
        BsonEncoder.encodeDocument(document, bytes);
        return end(start);
    }

    int put(int collection, long slot, byte[] bson, int from, int to) {
        int start = begin(LogRecord.PUT, collection, slot);
        bytes.writeBytes(bson, from, to - from);
        return end(start);
    }

    void delete(int collection, long slot) {
        end(begin(LogRecord.DELETE, collection, slot));
    }

    int define(int collection, Document definition) {
        int start = begin(LogRecord.DEFINE, collection, 0);
        BsonEncoder.encodeDocument(definition, bytes);
        return end(start);
    }

    void drop(int collection) {
        end(begin(LogRecord.DROP, collection, 0));
    }

    void seal() {
        end(begin(LogRecord.SEAL, 0, 0));
    }

    /// Takes back the record that started at `start`, the last one added.
    void takeBack(int start) {
        bytes.writerIndex(start);
    }

    byte[] array() {
        return bytes.array();
    }

    int size() {
        return bytes.writerIndex();
    }

    private int begin(byte kind, int collection, long slot) {
        int start = bytes.writerIndex();
        bytes.writeIntLE(LogRecord.MAGIC);
        bytes.writeLongLE(0); // length and checksum, known at the end
        bytes.writeLongLE(forced);
        bytes.writeByte(kind);
        bytes.writeIntLE(collection);
        bytes.writeLongLE(slot);
        return start;
    }

    private int end(int start) {
        LogRecord.seal(bytes.array(), start, bytes.writerIndex());
        return start;
    }
}
