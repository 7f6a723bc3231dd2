package cn.shouwang.monitoring.clue;

import cn.shouwang.monitoring.clue.ClueEvent.ClueClosed;
import cn.shouwang.monitoring.clue.ClueEvent.ClueRegistered;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Clues as other concepts' decisions may read them: straight from a clue's stream, so that what was
/// recorded a moment ago already counts.
public final class Clues {

    /// What a decision about a clue may lean on.
    public record Entry(ClueId clue, String village, LocalDate registeredOn, boolean closed) {}

    private final Function<ClueId, Stream<ClueEvent>> streams;

    public Clues(Function<ClueId, Stream<ClueEvent>> streams) {
        this.streams = streams;
    }

    /// Empty when no clue has that number.
    public Optional<Entry> find(ClueId clue) {
        var history = streams.apply(clue).toList();
        if (history.isEmpty() || !(history.getFirst() instanceof ClueRegistered registered)) {
            return Optional.empty();
        }
        var closed = history.stream().anyMatch(ClueClosed.class::isInstance);
        return Optional.of(new Entry(clue, registered.division(), registered.on(), closed));
    }
}
