package cn.shouwang.monitoring;

import com.mongodb.MongoClientSettings;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/// A change of a row as the server will be told it.
public final class Rendered {

    private Rendered() {}

    /// Fields written by `$set`, empty when there are none.
    public static BsonDocument set(Bson change) {
        return part(change, "$set");
    }

    /// Fields removed by `$unset`, empty when there are none.
    public static BsonDocument unset(Bson change) {
        return part(change, "$unset");
    }

    private static BsonDocument part(Bson change, String operator) {
        return change.toBsonDocument(BsonDocument.class, MongoClientSettings.getDefaultCodecRegistry())
                .getDocument(operator, new BsonDocument());
    }
}
