package cn.shouwang.employment;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.shouwang.platform.test.ContractSamples;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.node.ObjectNode;

/// Plays the monitoring service on Kafka: what it publishes follows its contract and sample.
final class Monitoring implements AutoCloseable {

    static final String VILLAGE = "440233101203";

    private final KafkaProducer<String, String> producer;

    Monitoring(String servers) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new StringSerializer());
    }

    /// Tells that `household`, with two members able to work and two not, was determined.
    void determined(long position, UUID household, LocalDate on) {
        var data = (ObjectNode) ContractSamples.sample("monitoring/household-determined.v1");
        data.put("household", household.toString()).put("determinedOn", on.toString());
        send(position, household, data.toString());
    }

    void send(long position, UUID household, String body) {
        var message = new ProducerRecord<>("monitoring", household.toString(), body);
        attributes(position, household)
                .forEach((name, value) -> message.headers().add(new RecordHeader(name, value.getBytes(UTF_8))));
        try {
            var _ = producer.send(message).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> attributes(long position, UUID household) {
        return Map.of(
                "ce_specversion", "1.0",
                "ce_id", "monitoring-" + position,
                "ce_source", "monitoring",
                "ce_type", "cn.shouwang.monitoring.household-determined.v1",
                "ce_subject", household.toString(),
                "ce_time", "2025-03-02T04:05:06Z",
                "content-type", "application/json");
    }

    @Override
    public void close() {
        producer.close();
    }
}
