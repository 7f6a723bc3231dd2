package cn.shouwang.platform.messaging;

import cn.shouwang.platform.console.ConsoleEvent;
import cn.shouwang.platform.erasure.ErasureEvent;
import cn.shouwang.platform.erasure.RotationEvent;
import cn.shouwang.platform.flag.FlagEvent;
import cn.shouwang.platform.parking.ParkingEvent;
import cn.shouwang.platform.reading.ReadingEvent;
import cn.shouwang.platform.store.Recorded;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// Tells the other services what this one decided; the work of a reader of the log.
///
/// **Guarantees.** When [#publish] returns, every message of the batch is acknowledged by all
/// in-sync replicas. When it throws, none of the batch can be seen, unless the acknowledgement
/// alone was lost; the reader hands over the same batch again, and a message that is sent twice
/// carries the same `ce_id`. Within a partition messages first appear in log order without a hole.
///
/// The last sentence is why a batch is a Kafka transaction. An idempotent producer alone may give
/// up on one record and still deliver a later one of the same partition; sent again, the earlier
/// would arrive behind it, and a consumer that remembers how far it has come would take it for a
/// duplicate. The transactional id also shuts out an instance that was thought dead. Consumers
/// therefore read committed messages only.
///
/// Kafka may be away at any time, also at start: `publish` then throws within the bounds below, and
/// commands go on. Used by one thread at a time; `close` may come from another.
public final class Publisher implements AutoCloseable {

    private static final int MAX_BLOCK_MS = 10_000;
    private static final int REQUEST_MS = 10_000;
    private static final int DELIVERY_MS = 30_000;
    private static final int TRANSACTION_MS = 60_000;

    private final Publication publication;
    private final Supplier<? extends Producer<String, byte[]>> producers;
    private @Nullable Producer<String, byte[]> producer;

    /// `producers` makes a transactional producer; it is asked again after every failure.
    public Publisher(Publication publication, Supplier<? extends Producer<String, byte[]>> producers) {
        this.publication = publication;
        this.producers = producers;
    }

    /// Publishes through Kafka clients with `clientSettings`, to which the settings that the
    /// guarantees rest on are added.
    public static Publisher over(Map<String, Object> clientSettings, Publication publication) {
        var settings = settings(clientSettings, publication.topic());
        return new Publisher(
                publication, () -> new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()));
    }

    private static Map<String, Object> settings(Map<String, Object> clientSettings, String topic) {
        var settings = new HashMap<>(clientSettings);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, topic + "-publisher");
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topic + "-publisher");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MS);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MS);
        return settings;
    }

    /// Sends what the batch means to others and waits until all of it is acknowledged.
    ///
    /// @throws KafkaException when it is not; the same batch may be handed over again at once
    public synchronized void publish(List<Recorded> batch) {
        var messages =
                batch.stream().map(this::message).flatMap(Optional::stream).toList();
        if (messages.isEmpty()) {
            return;
        }
        try {
            send(messages);
        } catch (KafkaException e) {
            close(); // the next producer ends what this one left open
            throw e;
        }
    }

    private Optional<ProducerRecord<String, byte[]>> message(Recorded recorded) {
        if (isOfThePlatform(recorded.event())) {
            return Optional.empty();
        }
        return publication.of(recorded).map(outgoing -> Envelope.encode(publication.topic(), recorded, outgoing));
    }

    /// What the platform puts on record is no service's to tell.
    private static boolean isOfThePlatform(Object event) {
        return event instanceof ParkingEvent
                || event instanceof ReadingEvent
                || event instanceof ErasureEvent
                || event instanceof RotationEvent
                || event instanceof FlagEvent
                || event instanceof ConsoleEvent;
    }

    private void send(List<ProducerRecord<String, byte[]>> messages) {
        var open = open();
        open.beginTransaction();
        for (var message : messages) {
            var _ = open.send(message); // the commit waits for it and throws when it failed
        }
        open.commitTransaction();
    }

    private Producer<String, byte[]> open() {
        var open = producer;
        if (open == null) {
            open = producers.get();
            producer = open;
            open.initTransactions();
        }
        return open;
    }

    /// Lets go of Kafka without waiting for what is under way.
    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
