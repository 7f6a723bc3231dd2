package cn.shouwang.platform.store;

import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;

/// Numbers the events that one stored event is read as. Sees the events of one reading, in log order
/// and from the first of its position; used by one thread. What nobody reads is not opened.
final class Parts implements Function<TrackedEventMessage<?>, Recorded> {

    private final Reads reads;
    private long position = -1;
    private int part;

    Parts(Reads reads) {
        this.reads = reads;
    }

    @Override
    public Recorded apply(TrackedEventMessage<?> event) {
        var at = event.trackingToken().position().orElseThrow();
        part = at == position ? part + 1 : 0;
        position = at;
        var domain = (DomainEventMessage<?>) event;
        var isRead = reads.has(event.getPayloadType());
        return new Recorded(
                at,
                part,
                domain.getAggregateIdentifier(),
                domain.getSequenceNumber(),
                part == 0 ? event.getIdentifier() : event.getIdentifier() + "." + part,
                event.getTimestamp(),
                isRead ? event.getPayload() : PassedOver.EVENT,
                isRead ? event.getMetaData() : MetaData.emptyInstance());
    }
}
