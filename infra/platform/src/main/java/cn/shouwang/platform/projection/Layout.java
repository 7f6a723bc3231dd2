package cn.shouwang.platform.projection;

import java.util.Set;

/// Which generations of a read model there are to be: the one that answers, and all that follow the log,
/// which include it.
public record Layout(int answering, Set<Integer> working) {

    /// Before anybody rebuilt anything.
    public static final Layout FIRST = new Layout(0, Set.of(0));

    public Layout {
        working = Set.copyOf(working);
    }

    /// Says which generations there are to be, by read model and version.
    @FunctionalInterface
    public interface Plan {
        Layout of(String view, int version);
    }
}
