package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What this server does not do, refused by name instead of accepted and ignored.
///
/// Accepted without effect, because no answer depends on it: `hint`, `comment`, `maxTimeMS`,
/// `allowDiskUse`, `noCursorTimeout`, `bypassDocumentValidation`, sessions without a transaction.
/// Unacknowledged writes (`w: 0`) never get here: the wire handler closes their connection.
final class Refusals {

    private static final String WAY_OUT =
            " is not supported by the embedded server; start with --mongo URI to use a MongoDB";

    private static final List<String> TRANSACTION = List.of("startTransaction", "autocommit", "stmtIds");

    private static final List<String> CURSOR =
            List.of("tailable", "awaitData", "oplogReplay", "let", "min", "max", "returnKey", "showRecordId");

    private static final List<String> CREATION = List.of(
            "capped",
            "validator",
            "validationLevel",
            "validationAction",
            "timeseries",
            "viewOn",
            "expireAfterSeconds",
            "clusteredIndex",
            "changeStreamPreAndPostImages",
            "encryptedFields",
            "storageEngine");

    private static final Map<String, String> INDEX_OPTIONS = Map.of(
            "expireAfterSeconds", "a TTL index",
            "partialFilterExpression", "a partial index",
            "wildcardProjection", "a wildcard index",
            "weights", "a text index",
            "hidden", "a hidden index",
            "storageEngine", "an index with storageEngine");

    private Refusals() {}

    static MongoServerError unsupported(String what) {
        return new MongoServerError(ErrorCode.IllegalOperation, what + WAY_OUT);
    }

    static void check(String command, Document query) {
        refuse(query, TRANSACTION, "a transaction");
        refuseConcerns(query);
        refuseCollation(query);
        switch (command) {
            case "committransaction", "aborttransaction" -> throw unsupported("a transaction");
            case "find", "distinct", "count", "findandmodify" -> refuseEach(query, CURSOR);
            case "aggregate" -> checkAggregate(query);
            case "create" -> refuseEach(query, CREATION);
            case "createindexes" -> list(query, "indexes").forEach(Refusals::checkIndex);
            case "update" -> list(query, "updates").forEach(Refusals::checkUpdate);
            case "delete" -> list(query, "deletes").forEach(Refusals::refuseCollation);
            case "explain", "bulkwrite", "collmod", "mapreduce" -> throw unsupported("the command " + command);
            default -> {}
        }
        if (command.equals("findandmodify") && query.get("update") instanceof List<?>) {
            throw unsupported("an update by pipeline");
        }
    }

    private static void checkAggregate(Document query) {
        refuseEach(query, List.of("let", "explain"));
        for (Document stage : list(query, "pipeline")) {
            if (stage.containsKey("$changeStream")) {
                throw unsupported("a change stream");
            }
        }
    }

    private static void checkUpdate(Document statement) {
        refuseCollation(statement);
        if (statement.get("u") instanceof List<?>) {
            throw unsupported("an update by pipeline");
        }
    }

    private static void checkIndex(Document description) {
        refuseCollation(description);
        INDEX_OPTIONS.forEach((option, name) -> {
            if (isSet(description.get(option))) {
                throw unsupported(name);
            }
        });
        if (!(description.get("key") instanceof Document key) || key.isEmpty()) {
            throw new MongoServerError(67, "CannotCreateIndex", "an index needs at least one field");
        }
        if (!(description.get("name") instanceof String name) || name.isEmpty()) {
            throw new MongoServerError(67, "CannotCreateIndex", "an index needs a name");
        }
        key.forEach(Refusals::checkIndexField);
    }

    private static void checkIndexField(String path, Object direction) {
        if (!(direction instanceof Number number) || number.doubleValue() == 0) {
            throw unsupported("an index of kind " + direction);
        }
        if (path.contains("$")) {
            throw unsupported("a wildcard index");
        }
        for (String name : path.split("\\.", -1)) {
            if (name.isEmpty()) {
                throw new MongoServerError(67, "CannotCreateIndex", "an index field has an empty name in its path");
            }
            if (name.chars().allMatch(Character::isDigit)) {
                throw unsupported("an index on a position in an array");
            }
        }
    }

    private static void refuseConcerns(Document query) {
        if (query.get("writeConcern") instanceof Document concern) {
            var w = concern.get("w");
            if (w instanceof Number number && number.intValue() != 1) {
                throw new MongoServerError(100, "UnsatisfiableWriteConcern", "write concern w: " + w + WAY_OUT);
            }
            if (w instanceof String tag && !tag.equals("majority")) {
                throw new MongoServerError(100, "UnsatisfiableWriteConcern", "write concern w: " + w + WAY_OUT);
            }
        }
        if (query.get("readConcern") instanceof Document concern
                && (concern.containsKey("atClusterTime")
                        || concern.containsKey("afterClusterTime")
                        || "snapshot".equals(concern.get("level")))) {
            throw unsupported("read concern snapshot");
        }
    }

    private static void refuseCollation(Document statement) {
        if (isSet(statement.get("collation"))) {
            throw unsupported("a collation");
        }
    }

    private static void refuseEach(Document query, List<String> options) {
        for (String option : options) {
            if (isSet(query.get(option))) {
                throw unsupported("the option " + option);
            }
        }
    }

    private static void refuse(Document query, List<String> options, String what) {
        for (String option : options) {
            if (query.containsKey(option)) {
                throw unsupported(what);
            }
        }
    }

    private static boolean isSet(@Nullable Object value) {
        return value != null && !Boolean.FALSE.equals(value) && !(value instanceof Document empty && empty.isEmpty());
    }

    @SuppressWarnings("unchecked")
    private static List<Document> list(Document query, String field) {
        return query.get(field) instanceof List<?> list && list.stream().allMatch(Document.class::isInstance)
                ? (List<Document>) list
                : List.of();
    }
}
