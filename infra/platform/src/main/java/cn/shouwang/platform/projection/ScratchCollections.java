package cn.shouwang.platform.projection;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.function.Predicate;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Collections that a process makes for a while, known by name so that those of a process that died are
/// found: `asof_scratches`, `{_id: collection, owner, until}`.
final class ScratchCollections {

    private static final Logger LOGGER = LoggerFactory.getLogger(ScratchCollections.class);

    private final MongoDatabase database;
    private final MongoCollection<Document> register;
    private final String owner;
    private final Clock clock;

    /// `owner` is the same after a restart of this process and differs between processes.
    ScratchCollections(MongoDatabase database, String owner, Clock clock) {
        this.database = database;
        this.register = database.getCollection("asof_scratches");
        this.owner = owner;
        this.clock = clock;
    }

    /// A new one; once `time` is over any process may drop it.
    MongoCollection<Document> make(String collection, Duration time) {
        register.insertOne(new Document("_id", collection)
                .append("owner", owner)
                .append("until", Date.from(clock.instant().plus(time))));
        return database.getCollection(collection);
    }

    /// Drops one, or leaves it to a later start while the store is away.
    void drop(String collection) {
        try {
            database.getCollection(collection).drop();
            register.deleteOne(eq("_id", collection));
        } catch (MongoException e) {
            LOGGER.warn("{} was not dropped: {}", collection, e.getClass().getName());
        }
    }

    /// Drops those of this process, but for the ones that `inUse` knows, and of any whose time is over; false
    /// when the store is away.
    boolean dropLeftOvers(Predicate<String> inUse) {
        try {
            for (var left : register.find(or(eq("owner", owner), lt("until", Date.from(clock.instant()))))) {
                if (!inUse.test(left.getString("_id"))) {
                    drop(left.getString("_id"));
                }
            }
            return true;
        } catch (MongoException e) {
            LOGGER.warn("what is left of moments past stays: {}", e.getClass().getName());
            return false;
        }
    }
}
