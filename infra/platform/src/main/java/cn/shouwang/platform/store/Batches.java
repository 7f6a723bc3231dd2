package cn.shouwang.platform.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What is read in batches of `size`, or a few more: a batch never ends between two events of one position,
/// because who remembers a position has done all of it.
final class Batches<T> implements Iterator<List<T>> {

    private final Iterator<T> all;
    private final int size;
    private final Predicate<T> goesOn;
    private @Nullable T ahead; // the first of the next batch

    /// `goesOn` tells one that stands at the position of the one before.
    Batches(Iterator<T> all, int size, Predicate<T> goesOn) {
        this.all = all;
        this.size = size;
        this.goesOn = goesOn;
    }

    @Override
    public boolean hasNext() {
        return ahead != null || all.hasNext();
    }

    @Override
    public List<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var batch = new ArrayList<T>(size);
        batch.add(ahead == null ? all.next() : ahead);
        ahead = null;
        while (ahead == null && all.hasNext()) {
            var one = all.next();
            if (batch.size() < size || goesOn.test(one)) {
                batch.add(one);
            } else {
                ahead = one;
            }
        }
        return List.copyOf(batch);
    }
}
