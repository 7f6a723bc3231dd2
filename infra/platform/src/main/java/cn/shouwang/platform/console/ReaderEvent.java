package cn.shouwang.platform.console;

import cn.shouwang.platform.event.Stored;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/// What can happen to a reader of the log, for a reason.
public sealed interface ReaderEvent extends ConsoleEvent {

    String reader();

    String reason();

    /// Rests from here on, in every process and after every restart.
    @Stored("console.reader-stopped")
    @Revision("1")
    record ReaderStopped(String reader, String reason, String division, LocalDate on) implements ReaderEvent {}

    /// Goes on behind the last position it has done.
    @Stored("console.reader-started")
    @Revision("1")
    record ReaderStarted(String reader, String reason, String division, LocalDate on) implements ReaderEvent {}
}
