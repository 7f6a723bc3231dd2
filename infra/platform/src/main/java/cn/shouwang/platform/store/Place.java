package cn.shouwang.platform.store;

import java.util.Optional;
import java.util.regex.Pattern;

/// Where an event stands: the `position` of what is stored and, because one stored event may be read as
/// several today, which of them it is: `part` 0 is the first, and the only one of most.
///
/// As text `7`, and `7.1` for the second event of position 7. What was known under position 7 before
/// the event was split is the first part from then on.
public record Place(long position, int part) implements Comparable<Place> {

    private static final int BITS = 8;
    private static final int MOST = (1 << BITS) - 1;
    private static final Pattern TEXT = Pattern.compile("(0|[1-9][0-9]{0,14})(?:\\.([1-9][0-9]{0,2}))?");

    public Place {
        if (part < 0 || part > MOST) {
            throw new IllegalArgumentException("a stored event is read as at most %d events".formatted(MOST + 1));
        }
    }

    /// One number that sorts as places do, for rows that remember how far they are.
    public long order() {
        return position << BITS | part;
    }

    /// The place whose [#order] that is.
    public static Place ofOrder(long order) {
        return new Place(order >> BITS, (int) (order & MOST));
    }

    /// Reads what [#toString] wrote; nothing for any other text.
    public static Optional<Place> parse(String text) {
        var match = TEXT.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var part = match.group(2) == null ? 0 : Integer.parseInt(match.group(2));
        return part > MOST ? Optional.empty() : Optional.of(new Place(Long.parseLong(match.group(1)), part));
    }

    @Override
    public int compareTo(Place other) {
        return Long.compare(order(), other.order());
    }

    @Override
    public String toString() {
        return part == 0 ? Long.toString(position) : position + "." + part;
    }
}
