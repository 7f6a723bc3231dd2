package cn.shouwang.platform.store;

import java.time.Instant;
import org.axonframework.messaging.MetaData;

/// One event as it is read from the log.
///
/// `position` is the place of what is stored in the service's log, gapless from 0; `sequence` its place
/// in its own stream. An upcaster may make several events of one that was stored: they share both and
/// differ in `part`, 0 for the first; they are handed over together, in order. `id` is unique among all
/// events: that of the stored event, for a later part followed by a dot and the part. `recordedAt` comes
/// from the store's clock and never runs backwards along positions; the village day on which the fact
/// was true is in the event. `meta` holds text under the keys of [Meta].
public record Recorded(
        long position,
        int part,
        String stream,
        long sequence,
        String id,
        Instant recordedAt,
        Object event,
        MetaData meta) {

    /// An event that is read as it was stored.
    public Recorded(
            long position, String stream, long sequence, String id, Instant recordedAt, Object event, MetaData meta) {
        this(position, 0, stream, sequence, id, recordedAt, event, meta);
    }

    /// Where it stands; unlike the position no other event stands there.
    public Place place() {
        return new Place(position, part);
    }

    /// A metadata value, or the empty text when the event carries none under that key.
    public String meta(String key) {
        return meta.get(key) instanceof String text ? text : "";
    }
}
