package cn.shouwang.local.kafka;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/// A process to be killed: opens the broker in folder `args[0]`, prints `cluster <id>`, then sends numbers
/// and prints `acked <number>` for each one that was acknowledged.
final class KafkaUnderFire {

    private KafkaUnderFire() {}

    public static void main(String[] args) throws ExecutionException, InterruptedException {
        var kafka = LocalKafka.open(Path.of(args[0]), 0);
        System.out.println("cluster " + KafkaReading.clusterId(kafka));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.servers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            for (var number = 0; ; number++) {
                producer.send(new ProducerRecord<>("monitoring", "subject-" + number % 7, Integer.toString(number)))
                        .get();
                System.out.println("acked " + number);
            }
        }
    }
}
