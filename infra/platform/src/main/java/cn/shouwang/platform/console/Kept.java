package cn.shouwang.platform.console;

import org.jspecify.annotations.Nullable;

/// A generation of a read model: what it is there for, since which act and why. `head` is how far the log
/// reached when it was begun. The first one came into being with the service, without an act.
record Kept(
        int number,
        State state,
        long head,
        String reason,
        @Nullable Act act) {

    enum State {
        /// Built beside the one that answers, or taken back from answering.
        BESIDE,
        CURRENT,
        /// Answered before the current one and can answer again at once.
        PREVIOUS,
        ABANDONED,
        DROPPED;

        /// Whether such a generation follows the log.
        boolean works() {
            return this == BESIDE || this == CURRENT || this == PREVIOUS;
        }
    }

    Kept becomes(State next, String why, Act by) {
        return new Kept(number, next, head, why, by);
    }
}
