package cn.shouwang.local.mongo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the document of each slot lies in the log, 8 bytes per document. Slots are given in the
/// order of insertion and never given again, so their order is the natural order of a collection.
///
/// Not safe for concurrent use; its collection's lock guards it.
final class SlotTable {

    private static final int PAGE = 1024;

    private static final class Page {
        private final long[] locations = new long[PAGE]; // location + 1; 0 is empty
        private int used;
    }

    private final List<@Nullable Page> pages = new ArrayList<>();
    private long next;
    private int count;

    long take() {
        return next++;
    }

    /// The location of `slot`, or -1 for an empty slot.
    long get(long slot) {
        int index = (int) (slot / PAGE);
        var page = index < pages.size() ? pages.get(index) : null;
        return page == null ? -1 : page.locations[(int) (slot % PAGE)] - 1;
    }

    /// Sets the location and returns the former one, or -1.
    long put(long slot, long location) {
        int index = (int) (slot / PAGE);
        while (pages.size() <= index) {
            pages.add(null);
        }
        var page = pages.get(index);
        if (page == null) {
            page = new Page();
            pages.set(index, page);
        }
        next = Math.max(next, slot + 1);
        int place = (int) (slot % PAGE);
        long former = page.locations[place] - 1;
        page.locations[place] = location + 1;
        if (former < 0) {
            page.used++;
            count++;
        }
        return former;
    }

    /// Empties `slot` and returns its former location, or -1.
    long remove(long slot) {
        next = Math.max(next, slot + 1);
        long former = get(slot);
        if (former >= 0) {
            int index = (int) (slot / PAGE);
            var page = pages.get(index);
            if (page != null) {
                page.locations[(int) (slot % PAGE)] = 0;
                count--;
                if (--page.used == 0) {
                    pages.set(index, null);
                }
            }
        }
        return former;
    }

    int count() {
        return count;
    }

    /// The first used slot from `from` on, or -1.
    long nextUsed(long from) {
        for (long slot = from; slot < next; slot++) {
            if (slot % PAGE == 0 && isEmptyPage(slot)) {
                slot += PAGE - 1;
            } else if (get(slot) >= 0) {
                return slot;
            }
        }
        return -1;
    }

    /// The last used slot up to `from`, or -1.
    long previousUsed(long from) {
        for (long slot = Math.min(from, next - 1); slot >= 0; slot--) {
            if (slot % PAGE == PAGE - 1 && isEmptyPage(slot)) {
                slot -= PAGE - 1;
            } else if (get(slot) >= 0) {
                return slot;
            }
        }
        return -1;
    }

    private boolean isEmptyPage(long slot) {
        int index = (int) (slot / PAGE);
        return index >= pages.size() || pages.get(index) == null;
    }
}
