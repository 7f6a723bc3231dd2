package cn.shouwang.platform.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import cn.shouwang.platform.security.Scope;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;

/// The rows of one read model, as far as a [Scope] reaches.
///
/// There is no way to ask without a scope. A row whose `division` lies outside it does not exist
/// for the caller: not in a list, not in a count, not by its id.
public final class Listing {

    private final Supplier<MongoCollection<Document>> rows;

    Listing(Supplier<MongoCollection<Document>> rows) {
        this.rows = rows;
    }

    /// One page of the rows that match `filter`, in `order`, with the number of all that match.
    public <T> Page<T> page(Scope scope, Bson filter, Bson order, PageQuery page, Function<Document, T> row) {
        var within = within(scope, filter);
        var items = new ArrayList<T>();
        rows.get()
                .find(within)
                .sort(order)
                .skip(page.skip())
                .limit(page.size())
                .map(row::apply)
                .into(items);
        return new Page<>(items, rows.get().countDocuments(within), page.page(), page.size());
    }

    /// The row with that id, if it lies within the scope.
    public Optional<Document> one(Scope scope, String id) {
        return Optional.ofNullable(rows.get().find(within(scope, eq("_id", id))).first());
    }

    /// Hands over every row that matches, in no order, one at a time.
    public void each(Scope scope, Bson filter, Consumer<Document> row) {
        rows.get().find(within(scope, filter)).forEach(row);
    }

    /// How many rows match.
    public long count(Scope scope, Bson filter) {
        return rows.get().countDocuments(within(scope, filter));
    }

    private static Bson within(Scope scope, Bson filter) {
        return and(gte("division", scope.division()), lt("division", scope.end()), filter);
    }
}
