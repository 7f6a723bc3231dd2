package cn.shouwang.platform.store;

import cn.shouwang.platform.event.EventSerializer;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.store.Commit.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/// What Axon sees of the log.
///
/// All events of one unit of work belong to one aggregate and become one commit; anything else is a
/// programming error. Every event must lie in the division of the actor who sent the command, so a
/// handler that forgot to ask cannot write elsewhere. Tracking tokens are positions, nothing else;
/// snapshots are not kept.
public final class LogEngine extends AbstractEventStorageEngine {

    private static final int MAX_COMMIT_CHARACTERS = 4 * 1024 * 1024;

    private final Log log;
    private final Appender appender;
    private final EventSerializer serializer;
    private final Messages messages;

    public LogEngine(Log log, Appender appender, EventSerializer serializer, EventUpcaster upcasters) {
        super(new Builder(serializer, upcasters));
        this.log = log;
        this.appender = appender;
        this.serializer = serializer;
        this.messages = new Messages(serializer, upcasters);
    }

    private static final class Builder extends AbstractEventStorageEngine.Builder {

        Builder(EventSerializer serializer, EventUpcaster upcasters) {
            eventSerializer(serializer);
            snapshotSerializer(serializer);
            upcasterChain(upcasters);
        }
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer same) {
        var attempt = Attempt.CURRENT.isBound() ? Attempt.CURRENT.get() : Attempt.once("");
        var payloads = events.stream().map(EventMessage::getPayload).toList();
        var stored = appender.append(serializer.prepared(payloads, () -> draft(events, serializer, attempt)));
        attempt.stored(stored.accepted());
    }

    private static Commit draft(List<? extends EventMessage<?>> events, Serializer serializer, Attempt attempt) {
        var first = domain(events.getFirst());
        for (var event : events) {
            if (!domain(event).getAggregateIdentifier().equals(first.getAggregateIdentifier())) {
                throw new IllegalStateException("one command changes one aggregate");
            }
            requirePlace(event);
        }
        var entries = events.stream().map(event -> entry(event, serializer)).toList();
        if (entries.stream().mapToLong(entry -> entry.payload().length()).sum() > MAX_COMMIT_CHARACTERS) {
            throw new IllegalArgumentException("the events of one command exceed 4 Mi characters");
        }
        var key = attempt.key().orElse(null);
        return new Commit(
                -1,
                first.getAggregateIdentifier(),
                first.getType(),
                first.getSequenceNumber(),
                key,
                key == null ? null : attempt.print(),
                entries);
    }

    private static DomainEventMessage<?> domain(EventMessage<?> event) {
        if (event instanceof DomainEventMessage<?> domain) {
            return domain;
        }
        throw new IllegalStateException("only aggregates decide events");
    }

    private static void requirePlace(EventMessage<?> event) {
        if (!(event.getPayload() instanceof Placed placed)) {
            throw new IllegalStateException(event.getPayloadType() + " does not tell its division");
        }
        Actor.ofMeta(event.getMetaData()).mustReach(placed.division());
    }

    private static Entry entry(EventMessage<?> event, Serializer serializer) {
        var payload = event.serializePayload(serializer, String.class);
        var meta = event.serializeMetaData(serializer, String.class);
        return new Entry(
                event.getIdentifier(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                Instant.EPOCH,
                payload.getData(),
                meta.getData());
    }

    /// Events in log order from the first after `position`, as far as the log reaches now. The caller
    /// closes the stream.
    public Stream<Recorded> after(long position) {
        return after(position, Reads.ALL);
    }

    /// The same, with a [PassedOver] in the place of each event that is not read.
    Stream<Recorded> after(long position, Reads reads) {
        return readEvents(position < 0 ? null : new GlobalSequenceTrackingToken(position), false)
                .map(new Parts(reads));
    }

    /// What the event at a position is today: none past the end, several when an upcaster splits it.
    public List<Recorded> at(long position) {
        var found = new ArrayList<Recorded>();
        var parts = new Parts(Reads.ALL);
        log.holding(position)
                .filter(commit -> position <= commit.last())
                .ifPresent(commit -> messages.tracked(
                        commit, (int) (position - commit.position()), event -> found.add(parts.apply(event))));
        return found;
    }

    /// Events as they lie in the log, each an [AsStored], from the first after `position`. The caller
    /// closes the stream.
    Stream<Recorded> stored(long position) {
        return stream(log.from(position + 1), (commit, each) -> {
            for (var index = 0; index < commit.events().size(); index++) {
                if (commit.position() + index > position) {
                    each.accept(stored(commit, index));
                }
            }
        });
    }

    private static Recorded stored(Commit commit, int index) {
        var entry = commit.events().get(index);
        return new Recorded(
                commit.position() + index,
                commit.stream(),
                commit.sequence() + index,
                entry.id(),
                entry.at(),
                new AsStored(commit, index),
                MetaData.emptyInstance());
    }

    /// What the events of `commits` are today whose position is `wanted`, in order. The keys of everyone
    /// they are about are fetched at once.
    public List<Recorded> recorded(List<Commit> commits, LongPredicate wanted) {
        var events = new ArrayList<AsStored>();
        for (var commit : commits) {
            for (var index = 0; index < commit.events().size(); index++) {
                if (wanted.test(commit.position() + index)) {
                    events.add(new AsStored(commit, index));
                }
            }
        }
        serializer.fetchKeys(
                events.stream().map(event -> event.entry().payload()).toList());
        var recorded = new ArrayList<Recorded>(events.size());
        var parts = new Parts(Reads.ALL);
        events.forEach(event ->
                messages.tracked(event.commit(), event.index(), message -> recorded.add(parts.apply(message))));
        return recorded;
    }

    @Override
    public DomainEventStream readEvents(String identifier, long firstSequenceNumber) {
        var last = new AtomicReference<@Nullable Long>();
        Stream<DomainEventMessage<?>> events = stream(log.stream(identifier, firstSequenceNumber), (commit, each) -> {
            for (var index = 0; index < commit.events().size(); index++) {
                if (commit.sequence() + index >= firstSequenceNumber) {
                    last.set(commit.sequence() + index);
                    messages.inStream(commit, index, each);
                }
            }
        });
        return DomainEventStream.of(events, last::get);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        var from = token == null ? 0 : token.position().orElse(-1) + 1;
        return stream(log.from(from), (commit, each) -> {
            for (var index = 0; index < commit.events().size(); index++) {
                if (commit.position() + index >= from) {
                    messages.tracked(commit, index, each);
                }
            }
        });
    }

    private static <T> Stream<T> stream(ReadAhead commits, BiConsumer<Commit, Consumer<T>> unfold) {
        var order = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new Unfolding<>(commits, unfold), order), false)
                .onClose(commits::close);
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String identifier, long firstSequenceNumber) {
        throw new UnsupportedOperationException("events are read as messages");
    }

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken token, boolean mayBlock) {
        throw new UnsupportedOperationException("events are read as messages");
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return log.lastOf(stream)
                .map(commit -> commit.sequence() + commit.events().size() - 1);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        var head = log.head();
        return head == 0 ? null : new GlobalSequenceTrackingToken(head - 1);
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant instant) {
        try (var events = after(-1)) {
            var next = events.filter(event -> !event.recordedAt().isBefore(instant))
                    .mapToLong(Recorded::position)
                    .findFirst()
                    .orElseGet(log::head);
            return next == 0 ? createTailToken() : new GlobalSequenceTrackingToken(next - 1);
        }
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Stream.empty();
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("snapshots are not kept");
    }
}
