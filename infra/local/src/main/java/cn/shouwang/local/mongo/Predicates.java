package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a query demands of single fields, as far as an index can use it: every document that matches
/// the query also meets these. What is not understood here is left out, which is always safe.
///
/// When nothing was left out and every value is one that an index holds without loss, what meets the
/// demands is what matches ([#areAll]).
final class Predicates {

    /// The demand on one field, as bytes of [BsonOrder]: it equals one of `points`, or lies in a range.
    static final class Demand {

        private @Nullable TreeSet<byte[]> points;
        private byte @Nullable [] above;
        private boolean aboveInclusive;
        private byte @Nullable [] below;
        private boolean belowInclusive;

        /// Ascending, or null when the field need not equal anything in particular.
        @Nullable
        SortedSet<byte[]> points() {
            return points;
        }

        byte @Nullable [] above() {
            return above;
        }

        boolean aboveInclusive() {
            return aboveInclusive;
        }

        byte @Nullable [] below() {
            return below;
        }

        boolean belowInclusive() {
            return belowInclusive;
        }

        /// Whether a range alone says what is demanded. One of numbers needs a lower bound: NaN, which
        /// no comparison matches, is before them all.
        boolean isRange() {
            byte[] low = above;
            byte[] high = below;
            if (points != null || low == null) {
                return points == null && high != null && high[0] != BsonOrder.NUMBER;
            }
            return high == null || low[0] == high[0];
        }

        /// Whether the points alone say what is demanded.
        boolean isPoints() {
            return points != null && above == null && below == null;
        }

        boolean admitsNull() {
            var candidates = points;
            return candidates == null
                    ? above == null && below == null
                    : candidates.contains(new byte[] {BsonOrder.NULL});
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Predicates.class);

    private final Map<String, Demand> demands = new HashMap<>();
    private boolean more; // than what is understood here

    private Predicates() {}

    static Predicates of(Document query) {
        var predicates = new Predicates();
        predicates.collect(query);
        return predicates;
    }

    @Nullable
    Demand on(String path) {
        return demands.get(path);
    }

    /// Whether the query demands this of so many fields and nothing else.
    boolean areAll(int fields) {
        return !more && demands.size() == fields;
    }

    private void collect(Document query) {
        for (var entry : query.entrySet()) {
            if (entry.getKey().equals("$and") && entry.getValue() instanceof List<?> parts) {
                for (Object part : parts) {
                    if (part instanceof Document conjunct) {
                        collect(conjunct);
                    } else {
                        more = true;
                    }
                }
            } else if (!entry.getKey().startsWith("$")) {
                demand(entry.getKey(), entry.getValue());
            } else {
                more = true;
            }
        }
    }

    private void demand(String path, @Nullable Object condition) {
        if (condition instanceof Document operators && hasOperator(operators)) {
            for (var operator : operators.entrySet()) {
                demand(path, operator.getKey(), operator.getValue());
            }
        } else {
            demand(path, "$eq", condition);
        }
    }

    private void demand(String path, String operator, @Nullable Object value) {
        try {
            understand(path, operator, value);
        } catch (MongoServerError e) {
            more = true;
            LOG.debug("a value without a place in an index is left to the matcher");
        }
    }

    private void understand(String path, String operator, @Nullable Object value) {
        switch (operator) {
            case "$eq" -> points(path, Collections.singletonList(value));
            case "$in" -> {
                if (value instanceof Collection<?> values) {
                    points(path, values);
                } else {
                    more = true;
                }
            }
            case "$gt", "$gte" -> {
                var demand = demands.computeIfAbsent(path, _ -> new Demand());
                more |= demand.above != null || !isExact(value);
                if (demand.above == null && isOrdered(value)) {
                    demand.above = bytes(value);
                    demand.aboveInclusive = operator.equals("$gte");
                }
            }
            case "$lt", "$lte" -> {
                var demand = demands.computeIfAbsent(path, _ -> new Demand());
                more |= demand.below != null || !isExact(value);
                if (demand.below == null && isOrdered(value)) {
                    demand.below = bytes(value);
                    demand.belowInclusive = operator.equals("$lte");
                }
            }
            default -> more = true;
        }
    }

    private void points(String path, Collection<?> values) {
        var demand = demands.computeIfAbsent(path, _ -> new Demand());
        more |= demand.points != null || !values.stream().allMatch(Predicates::isExact);
        if (demand.points != null || !values.stream().allMatch(Predicates::isPoint)) {
            return;
        }
        var points = new TreeSet<byte[]>(Arrays::compareUnsigned);
        for (Object value : values) {
            points.add(bytes(value));
        }
        demand.points = points;
    }

    /// An array equals as a whole, which entries for its elements cannot answer.
    private static boolean isPoint(@Nullable Object value) {
        return !(value instanceof Collection<?>)
                && !BsonRegularExpression.isRegularExpression(value)
                && !(value instanceof Document document && hasOperator(document));
    }

    /// A value whose equals and order the index and the matcher see alike, without rounding.
    private static boolean isExact(@Nullable Object value) {
        return value instanceof String
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Instant
                || value instanceof ObjectId;
    }

    private static boolean isOrdered(@Nullable Object value) {
        return value != null
                && !(value instanceof Document)
                && !(value instanceof MinKey)
                && !(value instanceof MaxKey)
                && isPoint(value);
    }

    private static boolean hasOperator(Document document) {
        return document.keySet().stream().anyMatch(key -> key.startsWith("$"));
    }

    static byte[] bytes(@Nullable Object value) {
        byte type = BsonEncoder.determineType(value);
        var bson = Unpooled.buffer(32);
        BsonEncoder.encodeValue(type, value, bson);
        var key = new KeyBytes();
        BsonOrder.put(type, bson.array(), 0, key);
        return key.toArray();
    }
}
