package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;

/// An entry of `writeErrors`: `{index, code, codeName?, errmsg}`, with the place of the statement
/// or document in its command.
final class WriteError {

    private WriteError() {}

    static Document of(int index, MongoServerError error) {
        var document = new Document("index", index).append("code", error.getCode());
        document.putIfNotNull("codeName", error.getCodeName());
        return document.append("errmsg", error.getMessageWithoutErrorCode());
    }
}
