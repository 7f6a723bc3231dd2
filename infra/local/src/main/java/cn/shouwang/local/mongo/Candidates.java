package cn.shouwang.local.mongo;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The documents a query has to look at, in the order of its plan or of the collection.
///
/// They are found a chunk at a time under the collection's read lock and read from the file outside
/// it, so a long scan holds nobody up. What changes while the scan is under way may be seen in its
/// old or its new form; a document that stays as it is is seen exactly once.
final class Candidates {

    private static final int FIRST_CHUNK = 16;
    private static final int CHUNK = 256;

    private final Documents documents;
    private final @Nullable Plan plan;
    private final boolean reverse;
    private final @Nullable Set<Long> seen;

    private long[] slots = new long[FIRST_CHUNK];
    private long[] locations = new long[FIRST_CHUNK];
    private int filled;
    private int next;
    private boolean begun;
    private boolean done;

    private int range;
    private byte @Nullable [] after;
    private long scanned;

    /// Walks `plan`, or without one every document in the order of insertion, backwards if `reverse`.
    Candidates(Documents documents, @Nullable Plan plan, boolean reverse) {
        this.documents = documents;
        this.plan = plan;
        this.reverse = plan == null ? reverse : plan.reverse();
        this.seen = plan != null && plan.index().isMultikey() ? new HashSet<>() : null;
        this.scanned = reverse ? Long.MAX_VALUE : 0;
    }

    @Nullable
    Found next() {
        while (true) {
            if (next == filled) {
                if (done) {
                    return null;
                }
                filled = 0;
                next = 0;
                documents.reading(this::fill);
                continue;
            }
            int place = next++;
            var found = documents.read(slots[place], locations[place]);
            if (found != null) {
                return found;
            }
        }
    }

    private void fill(SlotTable table) {
        if (begun && slots.length < CHUNK) {
            slots = new long[CHUNK];
            locations = new long[CHUNK];
        }
        begun = true;
        if (plan == null) {
            scan(table);
        } else {
            walk(table, plan);
        }
    }

    private void walk(SlotTable table, Plan walked) {
        var ranges = walked.ranges();
        while (filled < slots.length && range < ranges.size()) {
            var current = ranges.get(reverse ? ranges.size() - 1 - range : range);
            int room = slots.length - filled;
            after = walked.index()
                    .entries()
                    .visit(current, reverse, after, room, entry -> keep(table, OrderedIndex.slotOf(entry)));
            if (after == null) {
                range++;
            }
        }
        done = range == ranges.size();
    }

    private void scan(SlotTable table) {
        while (filled < slots.length) {
            long slot = reverse ? table.previousUsed(scanned) : table.nextUsed(scanned);
            if (slot < 0) {
                done = true;
                return;
            }
            keep(table, slot);
            scanned = reverse ? slot - 1 : slot + 1;
        }
    }

    private void keep(SlotTable table, long slot) {
        if (seen == null || seen.add(slot)) {
            slots[filled] = slot;
            locations[filled] = table.get(slot);
            filled++;
        }
    }
}
