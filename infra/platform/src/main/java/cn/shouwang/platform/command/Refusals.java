package cn.shouwang.platform.command;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/// Refused commands by their key, so that a repetition gets the same answer even when the state has
/// changed since: collection `refusals`, `{_id: key, print, rule, at}`.
///
/// Accepted commands need no such memory: their key stands in the log.
final class Refusals {

    /// A refusal that was given before: the print of its request and the code of the rule.
    record Refusal(String print, String rule) {}

    private final MongoCollection<Document> refusals;
    private final Clock clock;

    Refusals(MongoDatabase database, Clock clock) {
        this.refusals = database.getCollection("refusals");
        this.clock = clock;
    }

    Optional<Refusal> of(String key) {
        return Optional.ofNullable(refusals.find(eq("_id", key)).first())
                .map(row -> new Refusal(row.getString("print"), row.getString("rule")));
    }

    void remember(String key, Refusal refusal) {
        var row = new Document("print", refusal.print())
                .append("rule", refusal.rule())
                .append("at", Date.from(clock.instant()));
        refusals.replaceOne(eq("_id", key), row, new ReplaceOptions().upsert(true));
    }
}
