package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/// What a command answers.
sealed interface Reply {

    /// A document as it is.
    record Plain(Document document) implements Reply {}

    /// A batch of documents in BSON, which go to the client as they lie in the file: `{cursor: {id,
    /// ns, firstBatch or nextBatch}, ok}`. Id 0 is the last batch.
    record Batch(String namespace, boolean first, long cursor, List<byte[]> documents) implements Reply {}

    static Plain ok() {
        return ok(new Document());
    }

    static Plain ok(Document document) {
        return new Plain(document.append("ok", 1.0));
    }
}
