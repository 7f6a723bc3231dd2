package cn.shouwang.platform.store;

import java.time.Instant;
import org.axonframework.messaging.MetaData;

/// One event as the log holds it.
///
/// `position` is its place in the service's log, gapless from 0; `sequence` its place in its own
/// stream. `recordedAt` comes from the store's clock and never runs backwards along positions; the
/// village day on which the fact was true is in the event. `meta` holds text under the keys of
/// [cn.shouwang.platform.audit.Meta].
public record Recorded(
        long position, String stream, long sequence, String id, Instant recordedAt, Object event, MetaData meta) {

    /// A metadata value, or the empty text when the event carries none under that key.
    public String meta(String key) {
        return meta.get(key) instanceof String text ? text : "";
    }
}
