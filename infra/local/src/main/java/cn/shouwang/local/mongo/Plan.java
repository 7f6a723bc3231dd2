package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a query walks an index: ranges of keys, ascending and apart from each other, and whether the
/// walk, backwards if `reverse`, is in the order asked for.
///
/// `exact` is whether what lies in the ranges is what matches, so that nobody needs to look again.
record Plan(
        OrderedIndex index,
        List<KeyRange> ranges,
        int equalities,
        boolean range,
        boolean exact,
        boolean sorted,
        boolean reverse) {

    /// More point look-ups than this are left to the matcher.
    private static final int MOST_RANGES = 100_000;

    /// Less than a plan has to look at by this factor is less by so much that nothing else counts.
    private static final int MUCH = 8;

    /// So many documents are soon sorted; of more, one in order may only need the first.
    private static final int SOON_SORTED = 1_000;

    /// So many ranges are looked at to know how much lies in all.
    private static final int SAMPLE = 32;

    /// The index with the longest run of equalities, then with a range, then in the order asked for, unless
    /// another has much less to look at; null when none helps and the collection has to be scanned.
    static @Nullable Plan choose(Collection<OrderedIndex> indexes, Document query, Document order) {
        var predicates = Predicates.of(query);
        Plan best = null;
        for (OrderedIndex index : indexes) {
            var plan = of(index, predicates, order);
            if (plan != null && index.definition().isId() && plan.isPoint()) {
                return plan; // nothing is narrower
            }
            if (plan != null && (best == null || plan.beats(best, order))) {
                best = plan;
            }
        }
        return best;
    }

    private boolean isPoint() {
        return equalities == 1 && ranges.size() == 1;
    }

    private boolean beats(Plan other, Document order) {
        return isMuchLessThan(other, order) || (score() > other.score() && !other.isMuchLessThan(this, order));
    }

    private boolean isMuchLessThan(Plan other, Document order) {
        long entries = entries();
        return entries < other.entries() / MUCH
                && (order.isEmpty() || sorted || !other.sorted || entries <= SOON_SORTED);
    }

    /// About how many entries it walks over.
    private long entries() {
        if (equalities == 0 && !range) {
            return index.entries().size();
        }
        int step = Math.max(1, ranges.size() / SAMPLE);
        long sum = 0;
        long seen = 0;
        for (int i = 0; i < ranges.size(); i += step) {
            sum += index.entries().about(ranges.get(i));
            seen++;
        }
        return sum * ranges.size() / Math.max(1, seen);
    }

    private int score() {
        return equalities * 4 + (range ? 2 : 0) + (sorted ? 1 : 0);
    }

    private static @Nullable Plan of(OrderedIndex index, Predicates predicates, Document order) {
        List<byte[]> prefixes = List.of(new byte[0]);
        Set<String> fixed = new HashSet<>();
        boolean present = false;
        boolean exact = !index.isMultikey();
        int equalities = 0;
        List<KeyRange> ranges = null;
        for (var field : index.definition().fields()) {
            var demand = predicates.on(field.path());
            if (demand == null) {
                break;
            }
            present |= !demand.admitsNull();
            var points = demand.points();
            if (points == null || (long) prefixes.size() * points.size() > MOST_RANGES) {
                ranges = ranges(prefixes, field, demand, index.isMultikey());
                exact &= demand.isRange();
                break;
            }
            prefixes = append(prefixes, points, field.ascending());
            equalities++;
            exact &= demand.isPoints();
            if (points.size() == 1) {
                fixed.add(field.path());
            }
        }
        boolean hasRange = ranges != null;
        if (index.definition().sparse() && !present) {
            return null;
        }
        int direction = order.isEmpty() || index.isMultikey() ? 0 : direction(index.definition(), fixed, order);
        if (equalities == 0 && !hasRange && direction == 0) {
            return null;
        }
        var walked =
                ranges == null ? prefixes.stream().map(KeyRange::startingWith).toList() : ranges;
        boolean whole = exact && predicates.areAll(equalities + (hasRange ? 1 : 0));
        return new Plan(index, walked, equalities, hasRange, whole, direction != 0, direction < 0);
    }

    private static List<byte[]> append(List<byte[]> prefixes, Collection<byte[]> points, boolean ascending) {
        var longer = new ArrayList<byte[]>(prefixes.size() * points.size());
        for (byte[] prefix : prefixes) {
            for (byte[] point : points) {
                longer.add(IndexKeys.concatenate(prefix, directed(point, ascending)));
            }
        }
        longer.sort(Arrays::compareUnsigned);
        return longer;
    }

    /// The ranges of one field behind each prefix. A value is compared only with its own type, so a
    /// bound that is not given is the edge of the type. With arrays one element may meet one bound
    /// and another the other, so only one bound is used.
    private static @Nullable List<KeyRange> ranges(
            List<byte[]> prefixes, IndexDefinition.Field field, Predicates.Demand demand, boolean multikey) {
        byte[] above = demand.above();
        byte[] below = above != null && multikey ? null : demand.below();
        if (above == null && below == null) {
            return null;
        }
        byte[] type = {Objects.requireNonNull(above == null ? below : above)[0]};
        var low = new Edge(above == null ? type : above, above == null || demand.aboveInclusive());
        var high = new Edge(below == null ? type : below, below == null || demand.belowInclusive());
        var ranges = new ArrayList<KeyRange>(prefixes.size());
        for (byte[] prefix : prefixes) {
            ranges.add(
                    field.ascending()
                            ? new KeyRange(low.start(prefix, true), high.end(prefix, true))
                            : new KeyRange(high.start(prefix, false), low.end(prefix, false)));
        }
        return ranges;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Edge(byte[] value, boolean inclusive) {

        byte[] start(byte[] prefix, boolean ascending) {
            byte[] key = IndexKeys.concatenate(prefix, directed(value, ascending));
            return inclusive ? key : KeyRange.behind(key);
        }

        byte[] end(byte[] prefix, boolean ascending) {
            byte[] key = IndexKeys.concatenate(prefix, directed(value, ascending));
            return inclusive ? KeyRange.behind(key) : key;
        }
    }

    private static byte[] directed(byte[] value, boolean ascending) {
        if (ascending) {
            return value;
        }
        byte[] inverted = new byte[value.length];
        for (int i = 0; i < value.length; i++) {
            inverted[i] = (byte) ~value[i];
        }
        return inverted;
    }

    /// 1 if the index is in this order, -1 if it is backwards, 0 if neither. Fields that equal one
    /// value may stand anywhere.
    private static int direction(IndexDefinition definition, Set<String> fixed, Document order) {
        int direction = 0;
        int next = 0;
        var fields = definition.fields();
        for (var sort : order.entrySet()) {
            while (next < fields.size()
                    && !fields.get(next).path().equals(sort.getKey())
                    && fixed.contains(fields.get(next).path())) {
                next++;
            }
            if (next < fields.size() && fields.get(next).path().equals(sort.getKey())) {
                int wanted = ((Number) sort.getValue()).intValue() > 0
                                == fields.get(next).ascending()
                        ? 1
                        : -1;
                if (!fixed.contains(sort.getKey())) {
                    if (direction != 0 && direction != wanted) {
                        return 0;
                    }
                    direction = wanted;
                }
                next++;
            } else if (!fixed.contains(sort.getKey())) {
                return 0;
            }
        }
        return direction == 0 ? 1 : direction;
    }
}
