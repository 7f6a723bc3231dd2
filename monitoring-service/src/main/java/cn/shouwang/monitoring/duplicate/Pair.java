package cn.shouwang.monitoring.duplicate;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Two sides in the order of their ids, so that a pair is the same whichever side was entered first.
public record Pair(Side first, Side second) {

    private static final int[] LEVELS = {12, 9, 6}; // digits of a village, a town, a county

    public Pair {
        if (first.id().compareTo(second.id()) >= 0) {
            throw new IllegalArgumentException("a pair is two sides in the order of their ids");
        }
    }

    static Pair of(Side one, Side other) {
        return one.id().compareTo(other.id()) < 0 ? new Pair(one, other) : new Pair(other, one);
    }

    /// The smallest place that holds both: a village, a town or the county. Whoever decides reaches it.
    String place() {
        var one = first.village();
        var other = second.village();
        return IntStream.of(LEVELS)
                .filter(digits -> one.regionMatches(0, other, 0, digits))
                .mapToObj(digits -> one.substring(0, digits))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the sides lie in two counties"));
    }

    boolean has(SideId id) {
        return first.id().equals(id) || second.id().equals(id);
    }

    /// The side with that id.
    public Side side(SideId id) {
        return first.id().equals(id) ? first : second;
    }

    /// The side that has not that id.
    public Side other(SideId id) {
        return first.id().equals(id) ? second : first;
    }

    /// Both sides.
    public Stream<Side> sides() {
        return Stream.of(first, second);
    }
}
