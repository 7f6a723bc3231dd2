package cn.shouwang.platform.projection;

import cn.shouwang.platform.history.AsOf;
import cn.shouwang.platform.store.Follower;
import cn.shouwang.platform.store.Readers;
import cn.shouwang.platform.store.Recorded;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// A read model that may not be written anywhere: it is built in memory from the log at every start,
/// by every process for itself, and follows the log from then on.
public final class MemoryView {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String name;
    private final Readers readers;
    private final Follower follower;
    private volatile boolean built;
    private long wanted = -1;

    MemoryView(String name, Readers readers, List<Class<?>> reads, Consumer<Recorded> on) {
        this.name = name;
        this.readers = readers;
        this.follower = readers.follower(name, reads, batch -> batch.forEach(on));
    }

    Follower follower() {
        return follower;
    }

    /// Waits, at most two seconds the first times, until everything was seen that was in the log when it
    /// was first asked; [ViewBuilding] when that takes longer. It holds the present only: a question as of
    /// the past is refused.
    public void mustBeBuilt() {
        AsOf.mustNotBeAsked();
        if (!built) {
            try {
                if (!follower.await(firstHead() - 1, PATIENCE)) {
                    throw new ViewBuilding(name);
                }
                built = true;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new ViewBuilding(name);
            }
        }
    }

    /// Waits, at most two seconds, until everything was seen that is in the log now, for decisions;
    /// [ViewBuilding] when that takes longer.
    public void mustBeUpToDate() {
        AsOf.mustNotBeAsked();
        try {
            if (!follower.await(readers.head() - 1, PATIENCE)) {
                throw new ViewBuilding(name);
            }
            built = true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ViewBuilding(name);
        }
    }

    private synchronized long firstHead() {
        if (wanted < 0) {
            wanted = readers.head();
        }
        return wanted;
    }
}
