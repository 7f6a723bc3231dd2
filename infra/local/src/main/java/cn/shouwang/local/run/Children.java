package cn.shouwang.local.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Every process that a suite has started and that still lives, so that none is left behind.
final class Children {

    private final Set<Child> alive = ConcurrentHashMap.newKeySet();
    private boolean closed;

    /// Says that nothing is started any more.
    static final class Closed extends RuntimeException {
        Closed() {
            super("the suite is being stopped");
        }
    }

    /// @throws Closed once the suite is being stopped
    synchronized Child start(List<String> command, Map<String, String> environment, Path log, PidFile pidFile) {
        if (closed) {
            throw new Closed();
        }
        var child = Child.start(command, environment, log, pidFile);
        alive.add(child);
        var _ = child.exit().whenComplete((_, _) -> alive.remove(child));
        return child;
    }

    /// From now on nothing is started any more.
    synchronized void close() {
        closed = true;
    }

    synchronized void open() {
        closed = false;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    void killAll() {
        alive.forEach(Child::kill);
    }
}
