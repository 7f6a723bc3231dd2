package cn.shouwang.platform.messaging;

import static java.util.stream.Collectors.toSet;

import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.parking.Failure;
import cn.shouwang.platform.parking.Parcel;
import cn.shouwang.platform.parking.Parking;
import cn.shouwang.platform.parking.Redelivery;
import cn.shouwang.platform.parking.Unreadable;
import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.store.Attempt;
import cn.shouwang.platform.store.Place;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/// What the inbox does with messages, without Kafka.
///
/// Types nobody handles pass by. A message at or before the last place of its lane (source and
/// partition) was done before and is nothing. One that cannot be handled parks its subject; what
/// comes later for that subject waits behind it. All policies of a type see a message before it is
/// done; a policy that already answered is recognised by the keys of its commands,
/// `<policy>:<ce_id>:<part>`.
///
/// Metrics: timer `inbox.policy`, counter `inbox.duplicates`, gauge `inbox.parked` (subjects held,
/// of all readers of this service).
public final class Dispatch implements Redelivery {

    /// The name under which the inbox parks.
    public static final String READER = "inbox";

    private final Map<String, List<InboxPolicy>> policies = new HashMap<>();
    private final InboxPositions positions;
    private final Parking parking;
    private final Commands commands;
    private final MeterRegistry meters;
    private final Counter duplicates;

    public Dispatch(
            List<InboxPolicy> policies,
            MongoDatabase database,
            Parking parking,
            Commands commands,
            MeterRegistry meters) {
        this.positions = new InboxPositions(database);
        this.parking = parking;
        this.commands = commands;
        this.meters = meters;
        this.duplicates = Counter.builder("inbox.duplicates").register(meters);
        Gauge.builder("inbox.parked", parking, Parking::subjects).register(meters);
        requireDistinctNames(policies);
        for (var policy : policies) {
            policy.types().forEach(type -> this.policies
                    .computeIfAbsent(type, _ -> new ArrayList<>())
                    .add(policy));
        }
    }

    private static void requireDistinctNames(List<InboxPolicy> policies) {
        var names = new HashSet<String>();
        for (var policy : policies) {
            if (!names.add(policy.name())) {
                throw new IllegalStateException("two inbox policies are named " + policy.name());
            }
        }
    }

    /// The topics on which the handled types arrive.
    Set<String> topics() {
        return policies.keySet().stream().map(Dispatch::topic).collect(toSet());
    }

    private static String topic(String type) {
        var parts = type.split("\\.", -1);
        if (!type.startsWith("cn.shouwang.") || parts.length < 5) {
            throw new IllegalStateException(type + " is not cn.shouwang.<service>.<fact>.v<n>");
        }
        return parts[2];
    }

    /// Handles messages in the order given.
    ///
    /// Throws only for trouble that passes by itself ([Failure#passes]) or a fault of the parking
    /// itself; the caller then gives the same messages again. What was done is remembered.
    void handle(List<Arrival> batch) {
        var wanted = batch.stream().filter(this::isHandled).toList();
        if (wanted.isEmpty()) {
            return;
        }
        var before = positions.of(wanted.stream().map(Dispatch::lane).collect(toSet()));
        var held = new TreeSet<>(parking.held(
                READER, wanted.stream().map(Envelope::parkingSubject).collect(toSet())));
        var done = new HashMap<String, Place>();
        try {
            for (var arrival : wanted) {
                var lane = lane(arrival);
                handle(arrival, done.getOrDefault(lane, before.get(lane)), held)
                        .ifPresent(place -> done.put(lane, place));
            }
        } catch (RuntimeException e) {
            remember(done, e);
            throw e;
        }
        positions.save(done);
    }

    private void remember(Map<String, Place> done, RuntimeException cause) {
        try {
            positions.save(done);
        } catch (RuntimeException e) {
            cause.addSuppressed(e); // the messages come again and are recognised by their commands
        }
    }

    private static String lane(Arrival arrival) {
        return arrival.topic() + "/" + arrival.partition();
    }

    /// A message that does not even tell its type may be for us.
    private boolean isHandled(Arrival arrival) {
        var type = arrival.headers().get(Envelope.TYPE);
        return type == null || policies.containsKey(type);
    }

    private Optional<Place> handle(Arrival arrival, @Nullable Place last, Set<String> held) {
        Received received;
        try {
            received = Envelope.decode(arrival);
        } catch (Unreadable e) {
            var parcel = parcel(arrival, Envelope.parkingSubject(arrival), Envelope.place(arrival));
            parking.park(parcel, Failure.of(e));
            held.add(parcel.subject());
            return Optional.empty();
        }
        if (last != null && received.place().compareTo(last) <= 0) {
            duplicates.increment();
            return Optional.empty();
        }
        parking.handle(parcel(arrival, received.subject(), id(received)), held, () -> react(received), this::again);
        return Optional.of(received.place());
    }

    private void react(Received received) {
        for (var policy : policies.getOrDefault(received.type(), List.of())) {
            Timer.builder("inbox.policy")
                    .tag("policy", policy.name())
                    .register(meters)
                    .record(() -> policy.react(received, reaction(policy, received)));
        }
    }

    private Reaction reaction(InboxPolicy policy, Received received) {
        var id = id(received);
        return (part, command, division) -> commands.send(
                command,
                Actor.policy(policy.name(), division),
                Attempt.keyed(policy.name() + ":" + id + ":" + part, part, id, id));
    }

    private static String id(Received received) {
        return received.source() + "-" + received.place();
    }

    @Override
    public boolean serves(String reader) {
        return reader.equals(READER);
    }

    @Override
    public void again(Parcel parcel) {
        react(Envelope.decode(arrival(parcel.content())));
    }

    private static Parcel parcel(Arrival arrival, String subject, String message) {
        var content = new Document("topic", arrival.topic())
                .append("partition", arrival.partition())
                .append("offset", arrival.offset())
                .append("key", arrival.key())
                .append("headers", new Document(new HashMap<>(arrival.headers())))
                .append("body", arrival.body());
        var type = arrival.headers().getOrDefault(Envelope.TYPE, "");
        return new Parcel(READER, subject, message, arrival.offset(), type, content);
    }

    private static Arrival arrival(Document content) {
        var headers = new HashMap<String, String>();
        content.get("headers", Document.class).forEach((name, value) -> headers.put(name, (String) value));
        return new Arrival(
                content.getString("topic"),
                content.getInteger("partition"),
                content.getLong("offset"),
                content.getString("key"),
                headers,
                content.get("body", Binary.class));
    }
}
