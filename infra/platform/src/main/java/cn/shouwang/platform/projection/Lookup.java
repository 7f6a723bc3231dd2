package cn.shouwang.platform.projection;

import cn.shouwang.platform.history.AsOf;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;

/// The rows of one read model for the software's own decisions: policies, published figures, and
/// public pages whose key is itself the secret.
///
/// Every question first waits, at most two seconds, until the rows have seen all that is in the log,
/// so a decision never misses what was stored a moment ago; [ViewBuilding] when that takes longer.
/// Nothing a signed-in person asks is answered from here; the house conventions forbid it to every
/// controller whose name does not begin with `Public`. It never answers as of a moment of the past: a
/// request that stands on one and needs this is refused.
public final class Lookup {

    private final Supplier<MongoCollection<Document>> rows;

    Lookup(Supplier<MongoCollection<Document>> rows) {
        this.rows = rows;
    }

    /// The row with that id.
    public Optional<Document> one(String id) {
        AsOf.mustNotBeAsked();
        return Optional.ofNullable(rows.get().find(new Document("_id", id)).first());
    }

    /// At most `limit` rows that match, in `order`.
    public List<Document> find(Bson filter, Bson order, int limit) {
        AsOf.mustNotBeAsked();
        return rows.get().find(filter).sort(order).limit(limit).into(new ArrayList<>());
    }
}
