package cn.shouwang.bench.log;

import cn.shouwang.bench.log.MeasureEvent.Noted;
import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/// The events every peer is given.
final class Sample {

    private static final String TYPE = "Measure";
    private static final String VILLAGE = "440233999999";
    private static final String NOTE = "n".repeat(224); // with the rest 300 bytes of JSON

    private static final MetaData META = MetaData.from(
                    new Actor("clerk", Role.VILLAGE_COMMITTEE, VILLAGE, Actor.Channel.WEB).toMeta())
            .and(Meta.CORRELATION, "6f1c9a4e-0f3a-4f43-9b43-1f1f8f8d8a10")
            .and(Meta.CAUSATION, "6f1c9a4e-0f3a-4f43-9b43-1f1f8f8d8a10");

    private Sample() {}

    /// `count` events of `stream` from `sequence` on.
    static List<DomainEventMessage<?>> events(String stream, long sequence, int count) {
        return IntStream.range(0, count)
                .<DomainEventMessage<?>>mapToObj(index -> new GenericDomainEventMessage<>(
                        TYPE,
                        stream,
                        sequence + index,
                        new Noted(VILLAGE, "2026-03-12", 120_000 + (sequence + index) % 1_000, NOTE),
                        META))
                .toList();
    }
}
