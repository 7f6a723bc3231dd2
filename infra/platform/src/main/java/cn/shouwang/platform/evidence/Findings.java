package cn.shouwang.platform.evidence;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Collection `evidence`, what is remembered of looking after the log: `{_id: "finding", code, position,
/// certainSize?, certainSince?, foundAt}`, the first one found; `{_id: "patrol", tile, rounds, at}`; and
/// `{_id: "witness <name>", size, at}`, the largest checkpoint that a witness signed.
final class Findings {

    /// How far the patrol is: the next tile of level 0, and how often it has been round.
    record Round(long tile, long rounds, @Nullable Instant at) {}

    /// The largest checkpoint a witness signed, and when.
    record Witnessed(long size, Instant at) {}

    private static final String FINDING = "finding";
    private static final String PATROL = "patrol";

    private final MongoCollection<Document> rows;

    Findings(MongoDatabase database) {
        this.rows = database.getCollection("evidence").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    Optional<Finding> first() {
        return row(FINDING)
                .map(row -> new Finding(
                        row.getString("code"),
                        row.getLong("position"),
                        row.getLong("certainSize"),
                        instant(row.getDate("certainSince")),
                        row.getDate("foundAt").toInstant()));
    }

    /// Keeps it unless there is one already.
    void keep(Finding finding) {
        var row = new Document("_id", FINDING)
                .append("code", finding.code())
                .append("position", finding.position())
                .append("foundAt", Date.from(finding.foundAt()));
        if (finding.certainSize() != null && finding.certainSince() != null) {
            row.append("certainSize", finding.certainSize()).append("certainSince", Date.from(finding.certainSince()));
        }
        try {
            rows.insertOne(row);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    Round round() {
        return row(PATROL)
                .map(row -> new Round(row.getLong("tile"), row.getLong("rounds"), instant(row.getDate("at"))))
                .orElseGet(() -> new Round(0, 0, null));
    }

    void round(Round round, Instant now) {
        rows.updateOne(
                eq("_id", PATROL),
                combine(set("tile", round.tile()), set("rounds", round.rounds()), set("at", Date.from(now))),
                new UpdateOptions().upsert(true));
    }

    Optional<Witnessed> witnessed(String name) {
        return row("witness " + name)
                .map(row -> new Witnessed(row.getLong("size"), row.getDate("at").toInstant()));
    }

    void witnessed(String name, Witnessed seen) {
        rows.updateOne(
                eq("_id", "witness " + name),
                combine(max("size", seen.size()), max("at", Date.from(seen.at()))),
                new UpdateOptions().upsert(true));
    }

    private Optional<Document> row(String id) {
        return Optional.ofNullable(rows.find(eq("_id", id)).first());
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
