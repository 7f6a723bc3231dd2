package cn.shouwang.platform.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;

import cn.shouwang.platform.history.AsOf;
import cn.shouwang.platform.history.History;
import cn.shouwang.platform.security.Scope;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// The rows of one read model as they were: its projection over the events that count as of a moment.
///
/// One row is made in memory from the events that mention it. A list is made from all the projection
/// reads, or only from those about one id when it is narrowed to one, in a collection of [Scratches].
/// Whose row lies outside the caller's scope today does not see it as of the past either.
final class Past {

    private static final int ASKED_AT_ONCE = 1_000;

    private final Projection projection;
    private final Supplier<MongoCollection<Document>> present;
    private final Scratches scratches;

    /// `present` are the rows of today.
    Past(Projection projection, Supplier<MongoCollection<Document>> present, Scratches scratches) {
        this.projection = projection;
        this.present = present;
        this.scratches = scratches;
    }

    /// The row with that id, if it lay within the scope and does not lie outside it today.
    Optional<Document> one(AsOf asOf, Scope scope, String id) {
        var ids = projection.foundBy(id);
        if (ids.isEmpty()) {
            return ask(
                    asOf,
                    scope,
                    eq("_id", id),
                    (rows, within) -> Optional.ofNullable(rows.find(within).first()));
        }
        var fold = Fold.inMemory(projection, present.get());
        history(asOf).mentioning(ids, projection.reads(), asOf).each(fold::apply);
        return fold.row(id)
                .filter(row -> holds(scope, row.getString("division")))
                .filter(_ -> elsewhere(scope, List.of(id)).isEmpty());
    }

    /// Answers `question` from the rows of that moment.
    <T> T ask(AsOf asOf, Scope scope, Bson filter, BiFunction<MongoCollection<Document>, Bson, T> question) {
        var about = about(filter);
        try (var scratch = scratches.rows(projection, present.get(), asOf, about)) {
            var within = Listing.within(scope, filter);
            var hidden = elsewhere(scope, scratch.rows(), within);
            return question.apply(scratch.rows(), hidden.isEmpty() ? within : and(within, nin("_id", hidden)));
        }
    }

    private History history(AsOf asOf) {
        return scratches.history(asOf, projection);
    }

    /// The id a list is narrowed to, if all that went into its rows is found by it.
    private Optional<String> about(Bson filter) {
        var rendered = filter.toBsonDocument(Document.class, present.get().getCodecRegistry());
        return projection.foundByFields().stream()
                .flatMap(field -> equal(rendered, field).stream())
                .findFirst();
    }

    private static Optional<String> equal(BsonDocument filter, String field) {
        var value = filter.get(field);
        if (value != null && value.isString()) {
            return Optional.of(value.asString().getValue());
        }
        if (value != null && value.isDocument() && value.asDocument().isString("$eq")) {
            return Optional.of(value.asDocument().getString("$eq").getValue());
        }
        return filter.containsKey("$and")
                ? filter.getArray("$and").stream()
                        .flatMap(part -> equal(part.asDocument(), field).stream())
                        .findFirst()
                : Optional.empty();
    }

    /// Of the rows that match, those that lie outside the scope today. Where many match, most scopes hold
    /// all there is, which is asked first.
    private List<String> elsewhere(Scope scope, MongoCollection<Document> rows, Bson within) {
        var ids = rows.find(within)
                .projection(include("_id"))
                .batchSize(10_000)
                .map(row -> row.getString("_id"))
                .into(new ArrayList<>());
        if (ids.size() > ASKED_AT_ONCE && holdsAll(scope)) {
            return List.of();
        }
        var hidden = new ArrayList<String>();
        for (var from = 0; from < ids.size(); from += ASKED_AT_ONCE) {
            hidden.addAll(elsewhere(scope, ids.subList(from, Math.min(ids.size(), from + ASKED_AT_ONCE))));
        }
        return hidden;
    }

    private boolean holdsAll(Scope scope) {
        return present.get().find(lt("division", scope.division())).first() == null
                && present.get().find(gte("division", scope.end())).first() == null;
    }

    private List<String> elsewhere(Scope scope, List<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : present.get()
                        .find(and(in("_id", ids), or(lt("division", scope.division()), gte("division", scope.end()))))
                        .projection(include("_id"))
                        .map(row -> row.getString("_id"))
                        .into(new ArrayList<>());
    }

    private static boolean holds(Scope scope, @Nullable String division) {
        return division != null && division.startsWith(scope.division());
    }
}
