package cn.shouwang.platform.console;

import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.projection.Parity;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/// What can happen to the generations of one version of a read model. Generation 0 is there from the
/// beginning; numbers are never used again.
public sealed interface ViewEvent extends ConsoleEvent {

    String view();

    int version();

    /// A generation is built beside the one that answers, from the first event; `head` is the position the
    /// next event had then.
    @Stored("console.rebuild-started")
    @Revision("1")
    record RebuildStarted(
            String view, int version, int generation, long head, String reason, String division, LocalDate on)
            implements ViewEvent {}

    /// Is built no further and will not answer.
    @Stored("console.rebuild-abandoned")
    @Revision("1")
    record RebuildAbandoned(String view, int version, int generation, String reason, String division, LocalDate on)
            implements ViewEvent {}

    /// The rows of `generation`, which answers, are to be compared with those of `other`.
    @Stored("console.comparison-ordered")
    @Revision("1")
    record ComparisonOrdered(String view, int version, int generation, int other, String division, LocalDate on)
            implements ViewEvent {}

    @Stored("console.view-compared")
    @Revision("1")
    record ViewCompared(
            String view, int version, int generation, int other, Parity parity, String division, LocalDate on)
            implements ViewEvent {}

    /// From here on `to` answers instead of `from`, which goes on following the log. So many rows were known
    /// to be `unequal`, for the reason given.
    @Stored("console.view-switched")
    @Revision("1")
    record ViewSwitched(
            String view, int version, int from, int to, long unequal, String reason, String division, LocalDate on)
            implements ViewEvent {}

    /// The generation before answers again; the other goes on beside it.
    @Stored("console.view-rolled-back")
    @Revision("1")
    record ViewRolledBack(String view, int version, int from, int to, String reason, String division, LocalDate on)
            implements ViewEvent {}

    /// Its rows and the position of its reader are removed.
    @Stored("console.generation-dropped")
    @Revision("1")
    record GenerationDropped(String view, int version, int generation, String reason, String division, LocalDate on)
            implements ViewEvent {}
}
