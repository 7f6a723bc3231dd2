package cn.shouwang.monitoring.enrolment;

import cn.shouwang.monitoring.batch.Staged;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.PieceRegistered;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.RollReceived;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Enrolments straight from their streams, so that what was recorded a moment ago already counts.
public final class Enrolments {

    /// One as it stands after its last file; `done` pieces, `registered` households and `persons` are on the
    /// register, `left` were refused there.
    public record Entry(
            EnrolmentId enrolment,
            String division,
            int round,
            Staged staged,
            int households,
            int refused,
            String digest,
            EnrolmentState state,
            int done,
            int registered,
            int persons,
            List<Left> left) {}

    private final Function<EnrolmentId, Stream<EnrolmentEvent>> streams;

    public Enrolments(Function<EnrolmentId, Stream<EnrolmentEvent>> streams) {
        this.streams = streams;
    }

    /// Empty when that file was never received.
    public Optional<Entry> find(EnrolmentId enrolment) {
        var history = streams.apply(enrolment).toList();
        return history.stream()
                .filter(RollReceived.class::isInstance)
                .map(RollReceived.class::cast)
                .reduce((_, later) -> later)
                .map(received -> entry(received, history));
    }

    /// The round under way at that event of the stream.
    int roundAt(EnrolmentId enrolment, long sequence) {
        return (int) streams.apply(enrolment)
                .limit(sequence + 1)
                .filter(RollReceived.class::isInstance)
                .count();
    }

    private static Entry entry(RollReceived received, List<EnrolmentEvent> history) {
        var pieces = history.stream()
                .filter(PieceRegistered.class::isInstance)
                .map(PieceRegistered.class::cast)
                .toList();
        return new Entry(
                received.enrolment(),
                received.division(),
                received.round(),
                received.staged(),
                received.households(),
                received.refused(),
                received.digest(),
                EnrolmentState.after(history.getLast()),
                pieces.size(),
                pieces.stream().mapToInt(PieceRegistered::households).sum(),
                pieces.stream().mapToInt(PieceRegistered::persons).sum(),
                pieces.stream().flatMap(piece -> piece.left().stream()).toList());
    }
}
