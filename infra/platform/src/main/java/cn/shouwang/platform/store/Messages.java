package cn.shouwang.platform.store;

import cn.shouwang.platform.event.EventSerializer;
import cn.shouwang.platform.store.Commit.Entry;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/// Stored events as Axon's messages, deserialized when first looked at.
///
/// An event stored in today's form becomes a message at once; only what an upcaster may know goes
/// through Axon's chain, event by event, so an upcaster sees one event and nothing of those before it.
final class Messages {

    private final EventSerializer serializer;
    private final EventUpcaster upcasters;

    Messages(EventSerializer serializer, EventUpcaster upcasters) {
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /// Hands over what the event at `index` of `commit` is today, with its position.
    void tracked(Commit commit, int index, Consumer<TrackedEventMessage<?>> each) {
        var entry = commit.events().get(index);
        var token = new GlobalSequenceTrackingToken(commit.position() + index);
        if (serializer.isOfToday(entry.name(), entry.revision())) {
            each.accept(new GenericTrackedDomainEventMessage<>(
                    token, commit.type(), commit.stream(), commit.sequence() + index, message(entry), entry::at));
        } else {
            var stored = new TrackedDomainEventData<>(token, data(commit, index));
            EventUtils.upcastAndDeserializeTrackedEvents(Stream.of(stored), serializer, upcasters)
                    .forEach(each);
        }
    }

    /// Hands over what the event at `index` of `commit` is today, within its stream.
    void inStream(Commit commit, int index, Consumer<DomainEventMessage<?>> each) {
        var entry = commit.events().get(index);
        if (serializer.isOfToday(entry.name(), entry.revision())) {
            each.accept(new GenericDomainEventMessage<>(
                    commit.type(), commit.stream(), commit.sequence() + index, message(entry), entry::at));
        } else {
            EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(data(commit, index)), serializer, upcasters)
                    .asStream()
                    .forEach(each);
        }
    }

    private SerializedMessage<Object> message(Entry entry) {
        var payload = new SimpleSerializedObject<>(entry.payload(), String.class, entry.name(), entry.revision());
        var meta = new SerializedMetaData<>(entry.meta(), String.class);
        return new SerializedMessage<>(
                entry.id(),
                new LazyDeserializingObject<>(payload, serializer),
                new LazyDeserializingObject<MetaData>(meta, serializer));
    }

    private static GenericDomainEventEntry<String> data(Commit commit, int index) {
        var entry = commit.events().get(index);
        return new GenericDomainEventEntry<>(
                commit.type(),
                commit.stream(),
                commit.sequence() + index,
                entry.id(),
                entry.at(),
                entry.name(),
                entry.revision(),
                entry.payload(),
                entry.meta());
    }
}
