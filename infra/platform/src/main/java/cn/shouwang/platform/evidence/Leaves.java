package cn.shouwang.platform.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.shouwang.evidence.Hash;
import cn.shouwang.evidence.Hashing;
import cn.shouwang.evidence.Hashing.Hasher;
import cn.shouwang.evidence.LeafLine;
import cn.shouwang.evidence.LoggedEvent;
import cn.shouwang.evidence.Malformed;
import cn.shouwang.platform.store.Commit;
import cn.shouwang.platform.store.Log;
import org.bson.BSONException;
import org.jspecify.annotations.Nullable;

/// The leaves of a log as it is stored. For one thread.
public final class Leaves {

    /// Takes the hash of the event at a position.
    @FunctionalInterface
    public interface Sink {
        void leaf(long position, Hash hash);
    }

    private final Log log;
    private final Hasher hasher;
    private final LeafLine line = new LeafLine();

    public Leaves(Log log, Hashing hashing) {
        this.log = log;
        this.hasher = hashing.hasher();
    }

    /// Hands over the leaves from position `from` to before `to`, or to the end of the log if that comes first,
    /// and returns the position behind the last.
    ///
    /// [Damaged] where a position is missing or holds no event.
    long read(long from, long to, Sink sink) {
        var next = new long[] {from};
        try (var commits = log.from(from)) {
            while (next[0] < to && commits.hasNext()) {
                next[0] = add(commits.next(), next[0], to, (position, hash) -> {
                    sink.leaf(position, hash);
                    next[0] = position + 1;
                });
            }
            return next[0];
        } catch (BSONException _) {
            throw new Damaged(Damage.EVENT_UNREADABLE, unreadable(next[0]));
        } catch (Malformed _) {
            throw new Damaged(Damage.EVENT_UNREADABLE, next[0]);
        }
    }

    /// The first position from `from` on whose commit cannot be read: many are fetched at once, and which of
    /// them is none is not told.
    private long unreadable(long from) {
        var position = from;
        try {
            var commit = log.holding(position);
            while (commit.isPresent() && commit.get().last() >= position) {
                position = commit.get().last() + 1;
                commit = log.holding(position);
            }
        } catch (BSONException _) {
            // found
        }
        return position;
    }

    /// Hands over the leaves of a commit from position `next` on and returns the position behind the last.
    long add(Commit commit, long next, Sink sink) {
        try {
            return add(commit, next, Long.MAX_VALUE, sink);
        } catch (Malformed _) {
            throw new Damaged(Damage.EVENT_UNREADABLE, next);
        }
    }

    private long add(Commit commit, long next, long to, Sink sink) {
        if (commit.position() > next) {
            throw new Damaged(Damage.LOG_GAP, next);
        }
        var position = next;
        while (position <= commit.last() && position < to) {
            sink.leaf(position, line.hash(event(commit, (int) (position - commit.position())), hasher));
            position++;
        }
        return position;
    }

    /// The line of the event at `position`; null when there is none.
    @Nullable
    String line(long position) {
        try {
            return log.holding(position)
                    .filter(commit -> position <= commit.last())
                    .map(commit -> line.of(event(commit, (int) (position - commit.position()))))
                    .map(bytes -> new String(bytes, UTF_8))
                    .orElse(null);
        } catch (BSONException | Malformed _) {
            throw new Damaged(Damage.EVENT_UNREADABLE, position);
        }
    }

    /// The event at `index` of a commit. What tells the command stands at the first one only.
    public static LoggedEvent event(Commit commit, int index) {
        var entry = commit.events().get(index);
        return new LoggedEvent(
                commit.position() + index,
                commit.position(),
                index == 0 ? commit.key() : null,
                index == 0 ? commit.print() : null,
                commit.stream(),
                commit.type(),
                commit.sequence() + index,
                entry.id(),
                entry.name(),
                entry.revision(),
                entry.at(),
                entry.payload(),
                entry.meta());
    }
}
