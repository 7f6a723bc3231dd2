package cn.shouwang.evidence.verify;

import java.util.Iterator;

/// Reads one thing after the other; the caller closes it.
public interface Cursor<T> extends Iterator<T>, AutoCloseable {

    @Override
    void close();

    /// Over what is in memory.
    static <T> Cursor<T> over(Iterable<T> all) {
        var iterator = all.iterator();
        return new Cursor<>() {
            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public T next() {
                return iterator.next();
            }

            @Override
            public void close() {}
        };
    }
}
