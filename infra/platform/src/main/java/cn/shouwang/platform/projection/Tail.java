package cn.shouwang.platform.projection;

import cn.shouwang.platform.store.Follower;
import cn.shouwang.platform.store.Readers;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import java.util.function.Consumer;

/// What is stored while this process runs, handed over as soon as it is and kept nowhere: for what is told
/// to whoever listens just now. Every process has its own.
public final class Tail {

    private final Readers readers;
    private final Follower follower;

    Tail(String name, Readers readers, List<Class<?>> reads, Consumer<Recorded> on) {
        this.readers = readers;
        this.follower = readers.newcomer(name, reads, batch -> batch.forEach(on));
    }

    Follower follower() {
        return follower;
    }

    /// The last position of the log, -1 before the first event. What comes after it is handed over later than
    /// this was asked.
    public long position() {
        return readers.head() - 1;
    }
}
