package cn.shouwang.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One event exactly as a log keeps it, with its place: all that a leaf of the tree covers.
///
/// `position` is the place in the log, `commit` that of the first event stored with it, `sequence` the
/// place in its own stream, each from 0 and without a gap. `key` and `print` are those of the command and
/// stand at the first event of a commit only. `payload` and `meta` are JSON text as stored, what is
/// personal in them still sealed. `at` is the time of recording in whole milliseconds.
public record LoggedEvent(
        long position,
        long commit,
        @Nullable String key,
        @Nullable String print,
        String stream,
        String type,
        long sequence,
        String id,
        String name,
        String revision,
        Instant at,
        String payload,
        String meta) {

    /// Reads a line that [LeafLine] wrote; [Malformed] for any other, also when it only means the same.
    public static LoggedEvent parse(byte[] line) {
        return new LeafReader(line).event();
    }
}
