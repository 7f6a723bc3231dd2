package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/// A document as read from the log. The tree of objects is made on demand, once, and belongs to
/// whoever asks for it.
final class Found {

    private final long slot;
    private final byte[] bson;
    private final boolean moved;
    private @Nullable Document document;

    Found(long slot, byte[] bson, boolean moved) {
        this.slot = slot;
        this.bson = bson;
        this.moved = moved;
    }

    long slot() {
        return slot;
    }

    /// Whether it may be younger than the entry in the index that led to it.
    boolean isMoved() {
        return moved;
    }

    byte[] bson() {
        return bson;
    }

    Document document() {
        var decoded = document;
        if (decoded == null) {
            decoded = Bson.decode(bson);
            document = decoded;
        }
        return decoded;
    }
}
