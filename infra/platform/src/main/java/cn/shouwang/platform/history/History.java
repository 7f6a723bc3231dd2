package cn.shouwang.platform.history;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import cn.shouwang.platform.event.Catalogue;
import cn.shouwang.platform.security.Scope;
import cn.shouwang.platform.store.AsStored;
import cn.shouwang.platform.store.Log;
import cn.shouwang.platform.store.LogEngine;
import cn.shouwang.platform.store.Recorded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;

/// Finds events of the past by what they are and what they are about.
public final class History {

    /// The names an erasure's events are stored under.
    private static final List<String> ERASURES = List.of("erasure.approved", "erasure.carried-out");

    private static final int COMMITS_AT_ONCE = 1_000;
    private static final int NTH_BITS = 20; // a commit's 4 Mi characters hold fewer events

    private final HistoryIndex index;
    private final Log log;
    private final LogEngine engine;
    private final Catalogue catalogue;

    public History(HistoryIndex index, Log log, LogEngine engine, Catalogue catalogue) {
        this.index = index;
        this.log = log;
        this.engine = engine;
        this.catalogue = catalogue;
    }

    /// Whether all that is recorded up to `position` can be found, waiting at most two seconds.
    public boolean reaches(long position) {
        return index.reaches(position);
    }

    /// The events that count as of a moment, mention one of these ids and are, today, of one of these
    /// types.
    public Found mentioning(Collection<String> ids, Collection<Class<?>> types, AsOf asOf) {
        var keys = ids.stream().map(HistoryIndex::key).toList();
        return found(and(in("keys", keys), in("about", ids), of(types)), asOf);
    }

    /// The events that count as of a moment and are, today, of one of these types.
    ///
    /// Stored under a name or revision of old, they may be anything today; which of them are of these
    /// types is known once they are read.
    public Found ofTypes(Collection<Class<?>> types, AsOf asOf) {
        return found(of(types), asOf);
    }

    private Bson of(Collection<Class<?>> types) {
        return types.contains(Object.class) ? new Document() : in("name", names(types));
    }

    private Set<String> names(Collection<Class<?>> types) {
        var names = new TreeSet<String>();
        for (var entry : catalogue.entries()) {
            if (types.stream().anyMatch(type -> type.isAssignableFrom(entry.type()))) {
                names.add(entry.name());
            }
        }
        for (var form : index.forms().find()) {
            if (!isOfToday(form)) {
                names.add(form.getString("name"));
            }
        }
        return names;
    }

    private boolean isOfToday(Document form) {
        var name = form.getString("name");
        return catalogue.knowsName(name) && catalogue.named(name).revision().equals(form.getString("revision"));
    }

    private Found found(Bson which, AsOf asOf) {
        var day = asOf.day();
        var filter = and(which, lte("_id", asOf.position()), day == null ? new Document() : lte("on", day.toString()));
        var places = LongStream.builder();
        index.rows()
                .find(filter)
                .projection(include("nth"))
                .batchSize(10_000)
                .forEach(row -> places.add(row.getLong("_id") << NTH_BITS | row.getInteger("nth")));
        var all = places.build().toArray();
        Arrays.sort(all);
        return new Found(all);
    }

    /// Rows within the scope that match, latest first.
    public List<Document> rows(Scope scope, Bson filter, int limit) {
        var within = and(gte("division", scope.division()), lt("division", scope.end()), filter);
        return index.rows().find(within).sort(descending("_id")).limit(limit).into(new ArrayList<>());
    }

    /// The row of one event, if it lies within the scope.
    public Optional<Document> row(Scope scope, long position) {
        return rows(scope, eq("_id", position), 1).stream().findFirst();
    }

    /// The decisions to forget one of these subjects, and that they were carried out, oldest first.
    public List<Document> erasures(Collection<String> subjects) {
        var approved = erasures(ERASURES.getFirst(), subjects);
        var streams = approved.stream().map(row -> row.getString("stream")).toList();
        var all = new ArrayList<>(approved);
        all.addAll(erasures(ERASURES.getLast(), streams));
        return all;
    }

    private List<Document> erasures(String name, Collection<String> about) {
        var keys = about.stream().map(HistoryIndex::key).toList();
        return index.rows()
                .find(and(in("keys", keys), in("about", about), eq("name", name)))
                .sort(ascending("_id"))
                .into(new ArrayList<>());
    }

    /// The position of the last decision to forget somebody, -1 before the first.
    public long lastErasure() {
        var last = index.rows()
                .find(eq("name", ERASURES.getLast()))
                .sort(descending("_id"))
                .limit(1)
                .first();
        return last == null ? -1 : last.getLong("_id");
    }

    /// The metadata of a stored event, texts by key.
    public Map<String, String> meta(AsStored event) {
        return Gist.meta(event.entry().meta());
    }

    /// Events found, by their places in the log.
    public final class Found {

        private final long[] places;

        Found(long[] places) {
            this.places = places;
        }

        public int size() {
            return places.length;
        }

        /// Hands over what they are today, in log order, some hundred at a time.
        public void each(Consumer<List<Recorded>> batch) {
            var from = 0;
            while (from < places.length) {
                var positions = new HashSet<Long>();
                var commits = new TreeSet<Long>();
                var to = from;
                while (to < places.length && commits.size() < COMMITS_AT_ONCE) {
                    var position = places[to] >> NTH_BITS;
                    positions.add(position);
                    commits.add(position - (places[to] & ((1 << NTH_BITS) - 1)));
                    to++;
                }
                batch.accept(engine.recorded(log.all(commits), positions::contains));
                from = to;
            }
        }
    }
}
