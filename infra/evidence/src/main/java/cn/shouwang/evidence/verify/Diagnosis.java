package cn.shouwang.evidence.verify;

import cn.shouwang.evidence.Hash;
import cn.shouwang.evidence.Hashing;
import cn.shouwang.evidence.LeafLine;
import cn.shouwang.evidence.LoggedEvent;
import cn.shouwang.evidence.verify.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Tells from the places where a log differs from what was sealed what was done to it.
///
/// An event that has the sealed leaf of another place once it is given that place was moved there: by one
/// that was taken out or put in before it, or by changing places. What nothing of this explains was changed.
final class Diagnosis {

    private static final int MOST_MOVED = 64; // events taken out or put in at one place
    private static final int MOST_ASKED = 16; // events behind it that are asked
    private static final int MOST_SWAPPED = 64; // places among which partners are looked for
    private static final int MOST_FINDINGS = 50;

    private final Hashing.Hasher hasher;
    private final LeafLine line = new LeafLine();
    private final List<Located> all;
    private final Map<Long, Located> places = new HashMap<>();
    private final Set<Long> explained = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    /// `all` in the order of their positions.
    Diagnosis(Hashing hashing, List<Located> all) {
        this.hasher = hashing.hasher();
        this.all = all;
        all.forEach(place -> places.put(place.position(), place));
    }

    List<Finding> findings() {
        for (var place : all) {
            if (findings.size() == MOST_FINDINGS || (!explained.contains(place.position()) && isMoved(place))) {
                break; // behind what moved all the others everything differs
            }
        }
        return findings;
    }

    /// True when all that follows is explained too.
    private boolean isMoved(Located place) {
        var missing = shift(place, 1);
        var inserted = shift(place, -1);
        if (missing.isPresent()) {
            tell(Kind.MISSING, place, place.position() + missing.getAsInt());
            return true;
        }
        if (inserted.isPresent()) {
            tell(Kind.INSERTED, place, place.position() + inserted.getAsInt());
            return true;
        }
        var partner = partner(place);
        if (partner == null) {
            changed(place);
        } else {
            swapped(place, partner);
        }
        return false;
    }

    /// By how many places the events from there on have moved; `way` is 1 when they come too early.
    private OptionalInt shift(Located place, int way) {
        return IntStream.rangeClosed(1, MOST_MOVED)
                .filter(by -> LongStream.range(0, MOST_ASKED).anyMatch(behind -> {
                    var from = place.position() + behind + (way < 0 ? by : 0);
                    return isAt(places.get(from), from + (long) way * by, (long) way * by, place.right());
                }))
                .findFirst();
    }

    /// Whether the event of a place was sealed at another one, with its sequence as it is or moved too.
    private boolean isAt(@Nullable Located place, long position, long moved, Reference right) {
        var event = event(place);
        var sealed = event == null ? null : right.at(position);
        return event != null
                && sealed != null
                && (isLeaf(sealed, placed(event, position, event.sequence()))
                        || isLeaf(sealed, placed(event, position, event.sequence() + moved)));
    }

    private @Nullable Located partner(Located place) {
        var from = all.indexOf(place);
        return all.subList(from + 1, Math.min(all.size(), from + MOST_SWAPPED)).stream()
                .filter(other -> !explained.contains(other.position()))
                .filter(other -> isSealedAt(place, other) || isSealedAt(other, place))
                .findFirst()
                .orElse(null);
    }

    /// Whether the event that stands at one place was sealed at the other.
    private boolean isSealedAt(Located here, Located there) {
        var event = event(here);
        var other = event(there);
        if (event == null) {
            return false;
        }
        var sealed = there.suspect().other();
        return isLeaf(sealed, placed(event, there.position(), event.sequence()))
                || (other != null
                        && (isLeaf(sealed, placed(event, there.position(), other.sequence()))
                                || isLeaf(sealed, inPlaceOf(other, event))));
    }

    private static @Nullable LoggedEvent event(@Nullable Located place) {
        return place == null || place.suspect().entry() == null
                ? null
                : place.suspect().entry().event();
    }

    private boolean isLeaf(Hash sealed, LoggedEvent event) {
        return line.hash(event, hasher).equals(sealed);
    }

    private static LoggedEvent placed(LoggedEvent event, long position, long sequence) {
        return new LoggedEvent(
                position,
                position - (event.position() - event.commit()),
                event.key(),
                event.print(),
                event.stream(),
                event.type(),
                sequence,
                event.id(),
                event.name(),
                event.revision(),
                event.at(),
                event.payload(),
                event.meta());
    }

    /// What an event says, in the frame of another.
    private static LoggedEvent inPlaceOf(LoggedEvent frame, LoggedEvent event) {
        return new LoggedEvent(
                frame.position(),
                frame.commit(),
                frame.key(),
                frame.print(),
                frame.stream(),
                frame.type(),
                frame.sequence(),
                event.id(),
                event.name(),
                event.revision(),
                event.at(),
                event.payload(),
                event.meta());
    }

    private void swapped(Located place, Located other) {
        explained.add(place.position());
        explained.add(other.position());
        findings.add(new Finding(
                Kind.SWAPPED,
                place.position(),
                other.position() + 1,
                true,
                null,
                place.agrees(),
                other.contradicts(),
                List.of(Said.of(
                        "位置 %d 与 %d 互换", "positions %d and %d changed places", place.position(), other.position()))));
    }

    /// With the places right behind it that changed as well.
    private void changed(Located place) {
        var to = place.position();
        while (places.containsKey(to) && !explained.contains(to) && (to == place.position() || isPlain(to))) {
            explained.add(to);
            to++;
        }
        tell(Kind.CHANGED, place, to);
    }

    private boolean isPlain(long position) {
        var place = places.get(position);
        return place != null && partner(place) == null;
    }

    private void tell(Kind kind, Located place, long to) {
        explained.add(place.position());
        findings.add(
                new Finding(kind, place.position(), to, true, null, place.agrees(), place.contradicts(), List.of()));
    }
}
