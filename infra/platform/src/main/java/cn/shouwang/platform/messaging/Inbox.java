package cn.shouwang.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/// Listens to the topics of which this service handles something, as one consumer group named like
/// the service.
///
/// Starts and stops with the application and does not mind whether Kafka is there. A batch whose
/// handling throws is given again, for ever, with pauses from 0.2 to 10 seconds, while the consumer
/// keeps its partitions: nothing is skipped and no order is lost. Offsets follow what was done.
public final class Inbox implements SmartLifecycle {

    private static final int THREADS = 2;
    private static final long FIRST_PAUSE_MS = 200;
    private static final long LONGEST_PAUSE_MS = 10_000;

    private final @Nullable ConcurrentMessageListenerContainer<String, byte[]> container;

    /// `clientSettings` say how to reach Kafka; what the guarantees rest on is set here.
    public Inbox(String service, Dispatch dispatch, Map<String, Object> clientSettings, MeterRegistry meters) {
        var topics = dispatch.topics().toArray(String[]::new);
        this.container = topics.length == 0 ? null : container(service, topics, dispatch, clientSettings, meters);
    }

    private static ConcurrentMessageListenerContainer<String, byte[]> container(
            String service,
            String[] topics,
            Dispatch dispatch,
            Map<String, Object> clientSettings,
            MeterRegistry meters) {
        var consumers = new DefaultKafkaConsumerFactory<>(
                settings(clientSettings), new StringDeserializer(), new ByteArrayDeserializer());
        consumers.addListener(new MicrometerConsumerListener<>(meters));
        var properties = new ContainerProperties(topics);
        properties.setGroupId(service);
        properties.setClientId(service + "-inbox");
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setMessageListener((BatchMessageListener<String, byte[]>)
                records -> dispatch.handle(records.stream().map(Inbox::arrival).toList()));
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setConcurrency(THREADS);
        container.setBeanName("inbox");
        container.setCommonErrorHandler(untilItWorks());
        return container;
    }

    private static Map<String, Object> settings(Map<String, Object> clientSettings) {
        var settings = new HashMap<>(clientSettings);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return settings;
    }

    private static DefaultErrorHandler untilItWorks() {
        var pauses = new ExponentialBackOff(FIRST_PAUSE_MS, 2);
        pauses.setMaxInterval(LONGEST_PAUSE_MS);
        var handler = new DefaultErrorHandler(pauses);
        handler.setClassifications(Map.of(), true); // by default some exceptions skip the batch
        return handler;
    }

    private static Arrival arrival(ConsumerRecord<String, byte[]> message) {
        var headers = new HashMap<String, String>();
        for (var header : message.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), UTF_8));
            }
        }
        var body = message.value();
        return new Arrival(
                message.topic(),
                message.partition(),
                message.offset(),
                message.key(),
                Map.copyOf(headers),
                body == null ? null : new Binary(body));
    }

    @Override
    public void start() {
        if (container != null) {
            container.start();
        }
    }

    @Override
    public void stop() {
        if (container != null) {
            container.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return container != null && container.isRunning();
    }
}
