package cn.shouwang.platform.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Events in batches of `size`, or a few more: a batch never ends between two events of one position,
/// because who remembers a position has done all of it.
final class Batches implements Iterator<List<Recorded>> {

    private final Iterator<Recorded> events;
    private final int size;
    private @Nullable Recorded ahead; // the first of the next batch

    Batches(Iterator<Recorded> events, int size) {
        this.events = events;
        this.size = size;
    }

    @Override
    public boolean hasNext() {
        return ahead != null || events.hasNext();
    }

    @Override
    public List<Recorded> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var batch = new ArrayList<Recorded>(size);
        batch.add(ahead == null ? events.next() : ahead);
        ahead = null;
        while (ahead == null && events.hasNext()) {
            var event = events.next();
            if (batch.size() < size || event.part() > 0) {
                batch.add(event);
            } else {
                ahead = event;
            }
        }
        return List.copyOf(batch);
    }
}
