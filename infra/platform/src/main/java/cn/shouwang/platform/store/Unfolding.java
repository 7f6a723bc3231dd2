package cn.shouwang.platform.store;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// What commits unfold into, one after the other; a commit may come to nothing.
final class Unfolding<T> implements Iterator<T> {

    private final Iterator<Commit> commits;
    private final BiConsumer<Commit, Consumer<T>> unfold;
    private final ArrayDeque<T> ready = new ArrayDeque<>();

    Unfolding(Iterator<Commit> commits, BiConsumer<Commit, Consumer<T>> unfold) {
        this.commits = commits;
        this.unfold = unfold;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && commits.hasNext()) {
            unfold.accept(commits.next(), ready::add);
        }
        return !ready.isEmpty();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }
}
