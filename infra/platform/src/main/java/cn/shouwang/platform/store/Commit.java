package cn.shouwang.platform.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One document of the log: the events one command decided, all of one stream.
///
/// `position` is that of the first event, `sequence` likewise within the stream. `key` is present
/// when the command may be repeated, `print` then tells one request from another under the same key.
public record Commit(
        long position,
        String stream,
        String type,
        long sequence,
        @Nullable String key,
        @Nullable String print,
        List<Entry> events) {

    /// One event as stored: `payload` and `meta` are JSON text, `at` is millisecond time (UTC) of
    /// recording.
    public record Entry(String id, String name, String revision, Instant at, String payload, String meta) {

        Entry recordedAt(Instant instant) {
            return new Entry(id, name, revision, instant, payload, meta);
        }
    }

    /// Position of the last event.
    public long last() {
        return position + events.size() - 1;
    }

    /// What the sender of the command is told.
    public Accepted accepted() {
        return new Accepted(stream, last(), sequence == 0);
    }

    /// When it was recorded: the same for all its events.
    public Instant recordedAt() {
        return events.getLast().at();
    }

    /// The same commit, given its place and time by the appender.
    Commit placed(long at, Instant time) {
        return new Commit(
                at,
                stream,
                type,
                sequence,
                key,
                print,
                events.stream().map(entry -> entry.recordedAt(time)).toList());
    }

    boolean isSameAs(Commit other) {
        return events.getFirst().id().equals(other.events.getFirst().id());
    }
}
