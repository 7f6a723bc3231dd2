package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// What a query finds, lazily: documents are read as they are asked for. Only an order that no index
/// gives is sorted in memory, up to a limit.
final class Matches implements Iterator<Found> {

    /// As MongoDB 4.2's limit for a sort in memory; as objects it takes about five times that.
    static final long MOST_SORTED_BYTES = 32L << 20;

    /// So many more than wanted are gathered before the surplus is sorted away.
    private static final int SURPLUS = 1_000;

    private final Document query;
    private final QueryMatcher matcher = new DefaultQueryMatcher(); // its own: it remembers positions
    private final Candidates candidates;
    private final boolean exact;
    private final @Nullable Iterator<Found> sorted;
    private int skip;
    private long remaining;
    private @Nullable Found next;

    private Matches(Document query, Candidates candidates, boolean exact, Document sortedBy, int skip, int limit) {
        this.query = query;
        this.candidates = candidates;
        this.exact = exact || query.isEmpty();
        this.skip = skip;
        this.remaining = limit > 0 ? limit : Long.MAX_VALUE;
        this.sorted = sortedBy.isEmpty() ? null : sort(sortedBy);
    }

    /// `limit` 0 is no limit. `order` may be `{$natural: 1}` or -1.
    static Matches of(Documents documents, Document query, Document order, int skip, int limit, @Nullable Plan plan) {
        if (order.containsKey("$natural")) {
            boolean backwards = ((Number) order.get("$natural")).intValue() < 0;
            return new Matches(query, new Candidates(documents, null, backwards), false, new Document(), skip, limit);
        }
        var candidates = new Candidates(documents, plan, false);
        var rest = plan != null && plan.sorted() ? new Document() : order;
        return new Matches(query, candidates, plan != null && plan.exact(), rest, skip, limit);
    }

    @Override
    public boolean hasNext() {
        while (next == null && remaining > 0) {
            var found = sorted == null ? nextMatch() : sorted.hasNext() ? sorted.next() : null;
            if (found == null) {
                remaining = 0;
            } else if (skip > 0) {
                skip--;
            } else {
                next = found;
                remaining--;
            }
        }
        return next != null;
    }

    @Override
    public Found next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        var found = next;
        next = null;
        return found;
    }

    private @Nullable Found nextMatch() {
        for (var found = candidates.next(); found != null; found = candidates.next()) {
            if ((exact && !found.isMoved()) || matcher.matches(found.document(), query)) {
                return found;
            }
        }
        return null;
    }

    private Iterator<Found> sort(Document order) {
        var comparator = Comparator.comparing(Found::document, new DocumentComparator(order));
        long wanted = remaining == Long.MAX_VALUE ? remaining : remaining + skip;
        var all = new ArrayList<Found>();
        long bytes = 0;
        for (var found = nextMatch(); found != null; found = nextMatch()) {
            all.add(found);
            bytes += found.bson().length;
            if (all.size() - SURPLUS > wanted) {
                all.sort(comparator);
                all.subList((int) wanted, all.size()).clear();
                bytes = all.stream().mapToLong(each -> each.bson().length).sum();
            }
            if (bytes > MOST_SORTED_BYTES) {
                throw new MongoServerError(
                        292,
                        "QueryExceededMemoryLimitNoDiskUseAllowed",
                        "a sort without an index is limited to %d bytes; create an index for %s"
                                .formatted(MOST_SORTED_BYTES, order.keySet()));
            }
        }
        all.sort(comparator);
        return all.iterator();
    }
}
