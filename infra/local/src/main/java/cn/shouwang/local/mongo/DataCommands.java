package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Commands on the documents of a collection.
final class DataCommands {

    /// MongoDB's size of a first batch that the client says nothing about.
    private static final int FIRST_BATCH = 101;

    private final Store store;
    private final Cursors cursors;

    DataCommands(Store store, Cursors cursors) {
        this.store = store;
        this.cursors = cursors;
    }

    Reply find(LocalDatabase database, Document query) {
        String name = Fields.text(query, "find");
        var collection = database.find(name);
        int batch = Fields.numberOr(query, "batchSize", FIRST_BATCH);
        int limit = Fields.numberOr(query, "limit", 0);
        boolean single = Boolean.TRUE.equals(query.get("singleBatch")) || limit < 0;
        if (collection == null) {
            return cursors.first(database.namespace(name), Collections.emptyIterator(), 0, true);
        }
        var matches = collection.find(
                Fields.documentOrEmpty(query, "filter"),
                Fields.documentOrEmpty(query, "sort"),
                Fields.numberOr(query, "skip", 0),
                Math.abs(limit));
        var fields = Fields.documentOrEmpty(query, "projection");
        return cursors.first(database.namespace(name), bson(collection, matches, fields), batch, single);
    }

    private static Iterator<byte[]> bson(LocalCollection collection, Matches matches, Document fields) {
        var form = form(collection, fields);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return matches.hasNext();
            }

            @Override
            public byte[] next() {
                return form.apply(matches.next());
            }
        };
    }

    private static Function<Found, byte[]> form(LocalCollection collection, Document fields) {
        var raw = RawProjection.of(fields);
        if (raw != null) {
            return found -> raw.of(found.bson());
        }
        return fields.isEmpty() ? Found::bson : found -> Bson.encode(collection.project(found.document(), fields));
    }

    Reply getMore(Document query) {
        int size = Fields.numberOr(query, "batchSize", 0);
        return cursors.next(Fields.longNumber(query, "getMore"), size > 0 ? size : Integer.MAX_VALUE);
    }

    /// A leading `$match`, then `$sort`, then `$limit` are answered as a find, by an index if there
    /// is one; the engine runs the other stages on what it yields.
    Reply aggregate(LocalDatabase database, Document query) {
        if (!(query.get("aggregate") instanceof String name)) {
            throw Refusals.unsupported("an aggregation without a collection");
        }
        var stages = Aggregation.parse(query.get("pipeline"));
        var collection = database.find(name);
        var narrowed = new Narrowed(stages);
        var rest = Aggregation.fromPipeline(
                stages.subList(narrowed.taken, stages.size()), store::database, database, collection, NoopOplog.get());
        rest.validate(query.containsKey("cursor") ? new Document("cursor", new Document()) : query);
        int batch = Fields.numberOr(Fields.documentOrEmpty(query, "cursor"), "batchSize", FIRST_BATCH);
        Iterator<byte[]> results = Collections.emptyIterator();
        if (collection != null) {
            var input = LocalCollection.stream(collection.find(narrowed.match, narrowed.sort, 0, narrowed.limit));
            results = explained(rest, input).map(Bson::encode).iterator();
        }
        return explained(cursors, database.namespace(name), results, batch);
    }

    /// The stages that a find can answer.
    private static final class Narrowed {

        private Document match = new Document();
        private Document sort = new Document();
        private int limit;
        private int taken;

        Narrowed(List<Document> stages) {
            if (next(stages, "$match") instanceof Document query) {
                match = query;
                taken++;
            }
            if (next(stages, "$sort") instanceof Document order) {
                sort = order;
                taken++;
            }
            if (next(stages, "$limit") instanceof Number most
                    && most.longValue() > 0
                    && most.longValue() <= Integer.MAX_VALUE) {
                limit = most.intValue();
                taken++;
            }
        }

        private @Nullable Object next(List<Document> stages, String stage) {
            return taken < stages.size() && stages.get(taken).size() == 1
                    ? stages.get(taken).get(stage)
                    : null;
        }
    }

    private static Stream<Document> explained(Aggregation stages, Stream<Document> input) {
        try {
            return stages.runStagesAsStream(input);
        } catch (MongoServerError e) {
            throw inAggregation(e);
        }
    }

    private static Reply explained(Cursors cursors, String namespace, Iterator<byte[]> results, int batch) {
        try {
            return cursors.first(namespace, results, batch, false);
        } catch (MongoServerError e) {
            throw inAggregation(e);
        }
    }

    private static MongoServerError inAggregation(MongoServerError e) {
        return new MongoServerError(
                e.getCode(),
                e.getCodeName(),
                "PlanExecutor error during aggregation :: caused by :: " + e.getMessageWithoutErrorCode(),
                e);
    }

    Reply insert(LocalDatabase database, Document query) {
        var documents = rawDocuments(query);
        var errors = database.findOrCreate(Fields.text(query, "insert")).insert(documents, isOrdered(query));
        int attempted = !errors.isEmpty() && isOrdered(query)
                ? Fields.number(errors.getFirst(), "index") + 1
                : documents.size();
        return written(new Document("n", attempted - errors.size()), errors);
    }

    private static RawDocuments rawDocuments(Document query) {
        return query.get("documents") instanceof RawDocuments raw && !raw.isEmpty()
                ? raw
                : RawDocuments.of(statements(query, "documents"));
    }

    Reply update(LocalDatabase database, Document query) {
        var errors = new ArrayList<Document>();
        var upserted = new ArrayList<Document>();
        int matched = 0;
        int modified = 0;
        int index = 0;
        for (Document statement : statements(query, "updates")) {
            var result = database.update(Fields.text(query, "update"), statement);
            matched += Fields.number(result, "n");
            modified += Fields.number(result, "nModified");
            for (Document each : Fields.documents(result, "upserted")) {
                upserted.add(each.append("index", index));
            }
            for (Document each : Fields.documents(result, "writeErrors")) {
                errors.add(each.append("index", index));
            }
            if (!errors.isEmpty() && isOrdered(query)) {
                break;
            }
            index++;
        }
        var reply = new Document("n", matched).append("nModified", modified);
        if (!upserted.isEmpty()) {
            reply.append("upserted", upserted);
        }
        return written(reply, errors);
    }

    Reply delete(LocalDatabase database, Document query) {
        var errors = new ArrayList<Document>();
        var collection = database.find(Fields.text(query, "delete"));
        int deleted = 0;
        int index = 0;
        for (Document statement : statements(query, "deletes")) {
            var selector = Fields.document(statement, "q");
            int limit = Fields.number(statement, "limit");
            try {
                deleted += collection == null ? 0 : collection.deleteDocuments(selector, limit, NoopOplog.get());
            } catch (MongoServerError e) {
                errors.add(WriteError.of(index, e));
                if (isOrdered(query)) {
                    break;
                }
            }
            index++;
        }
        return written(new Document("n", deleted), errors);
    }

    private static Reply written(Document reply, List<Document> errors) {
        return Reply.ok(errors.isEmpty() ? reply : reply.append("writeErrors", errors));
    }

    Reply count(LocalDatabase database, Document query) {
        var collection = database.find(Fields.text(query, "count"));
        int limit = Math.abs(Fields.numberOr(query, "limit", 0));
        return Reply.ok(new Document(
                "n",
                collection == null
                        ? 0
                        : collection.count(
                                Fields.documentOrEmpty(query, "query"), Fields.numberOr(query, "skip", 0), limit)));
    }

    Reply distinct(LocalDatabase database, Document query) {
        var collection = database.find(Fields.text(query, "distinct"));
        return collection == null
                ? Reply.ok(new Document("values", List.of()))
                : new Reply.Plain(collection.handleDistinct(query));
    }

    Reply findAndModify(LocalDatabase database, Document query) {
        var collection =
                database.findOrCreate(String.valueOf(query.values().iterator().next()));
        return new Reply.Plain(collection.findAndModify(query));
    }

    private static boolean isOrdered(Document query) {
        return !Boolean.FALSE.equals(query.get("ordered"));
    }

    private static List<Document> statements(Document query, String field) {
        var statements = Fields.documents(query, field);
        if (statements.isEmpty()) {
            throw new MongoServerError(ErrorCode.BadValue, "%s needs at least one statement".formatted(field));
        }
        return statements;
    }
}
