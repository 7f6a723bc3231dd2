package cn.shouwang.platform.store;

import java.util.Set;

/// Which readers are to rest, as far as this process knows. Read by their threads, told by whoever
/// decides it.
final class Halted {

    private volatile Set<String> names = Set.of();
    private volatile boolean known = true;

    /// Nobody works until it is told who may.
    void untilTold() {
        known = false;
    }

    void tell(Set<String> halted) {
        names = Set.copyOf(halted);
        known = true;
    }

    boolean holds(String reader) {
        return !known || names.contains(reader);
    }
}
