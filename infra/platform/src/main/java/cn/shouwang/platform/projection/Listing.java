package cn.shouwang.platform.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import cn.shouwang.platform.history.AsOf;
import cn.shouwang.platform.security.Scope;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/// The rows of one read model, as far as a [Scope] reaches.
///
/// There is no way to ask without a scope. A row whose `division` lies outside it does not exist
/// for the caller: not in a list, not in a count, not by its id.
///
/// In a request that stands on a moment of the past ([AsOf]) the rows are those of that moment, cut to
/// where they lay then; one that lies outside the scope today is not shown either.
public final class Listing {

    private final View view;

    Listing(View view) {
        this.view = view;
    }

    /// One page of the rows that match `filter`, in `order`, with the number of all that match.
    public <T> Page<T> page(Scope scope, Bson filter, Bson order, PageQuery page, Function<Document, T> row) {
        return ask(scope, filter, (rows, within) -> {
            var items = new ArrayList<T>();
            rows.find(within)
                    .sort(order)
                    .skip(page.skip())
                    .limit(page.size())
                    .map(row::apply)
                    .into(items);
            return new Page<>(items, total(items.size(), page, rows, within), page.page(), page.size());
        });
    }

    /// A page with room left is the last one and tells the total by itself, so that the two agree whatever is
    /// written meanwhile.
    private static long total(int items, PageQuery page, MongoCollection<Document> rows, Bson within) {
        var isLast = items < page.size() && (items > 0 || page.page() == 1);
        return isLast ? page.skip() + (long) items : rows.countDocuments(within);
    }

    /// The row with that id, if it lies within the scope.
    public Optional<Document> one(Scope scope, String id) {
        var asOf = AsOf.current();
        return asOf.isPresent()
                ? view.past().one(asOf.get(), scope, id)
                : Optional.ofNullable(
                        view.rows().find(within(scope, eq("_id", id))).first());
    }

    /// Hands over every row that matches, in no order, one at a time.
    public void each(Scope scope, Bson filter, Consumer<Document> row) {
        ask(scope, filter, (rows, within) -> {
            rows.find(within).forEach(row);
            return true;
        });
    }

    /// How many rows match.
    public long count(Scope scope, Bson filter) {
        return ask(scope, filter, MongoCollection::countDocuments);
    }

    private <T> T ask(Scope scope, Bson filter, BiFunction<MongoCollection<Document>, Bson, T> question) {
        var asOf = AsOf.current();
        return asOf.isPresent()
                ? view.past().ask(asOf.get(), scope, filter, question)
                : question.apply(view.rows(), within(scope, filter));
    }

    static Bson within(Scope scope, Bson filter) {
        return and(gte("division", scope.division()), lt("division", scope.end()), filter);
    }
}
