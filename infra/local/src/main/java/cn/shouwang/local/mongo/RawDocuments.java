package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;
import java.util.AbstractList;
import java.util.List;

/// Documents one after the other in an array, as BSON: what a client inserts goes into the log as the
/// bytes it sent. As a list it makes the tree of whichever document is asked for.
final class RawDocuments extends AbstractList<Document> {

    private final byte[] bytes;
    private final int[] starts; // and, last, the end

    private RawDocuments(byte[] bytes, int[] starts) {
        this.bytes = bytes;
        this.starts = starts;
    }

    /// Those that lie from `from` to `end` in `bytes`; an exception if that is not BSON.
    static RawDocuments in(byte[] bytes, int from, int end) {
        int count = 0;
        for (int at = from; at < end; at = BsonCheck.document(bytes, at, end)) {
            count++;
        }
        int[] starts = new int[count + 1];
        starts[0] = from;
        for (int i = 0; i < count; i++) {
            starts[i + 1] = starts[i] + Bson.intAt(bytes, starts[i]);
        }
        return new RawDocuments(bytes, starts);
    }

    static RawDocuments of(List<Document> documents) {
        var encoded = Unpooled.buffer(512);
        int[] starts = new int[documents.size() + 1];
        for (int i = 0; i < documents.size(); i++) {
            BsonEncoder.encodeDocument(documents.get(i), encoded);
            starts[i + 1] = encoded.writerIndex();
        }
        return new RawDocuments(encoded.array(), starts);
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return starts[index + 1];
    }

    @Override
    public Document get(int index) {
        return Bson.decode(bytes, start(index));
    }

    @Override
    public int size() {
        return starts.length - 1;
    }
}
