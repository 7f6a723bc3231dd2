package cn.shouwang.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.local.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalKafkaTest {

    private static final int ENOUGH = 50;

    @TempDir
    Path directory;

    @Test
    void the_topics_of_the_suite_are_there_and_kept_for_ever() throws Exception {
        try (var kafka = LocalKafka.open(directory, 0);
                var admin = Admin.create(Map.of("bootstrap.servers", kafka.servers()))) {
            var topics = admin.describeTopics(Topics.NAMES).allTopicNames().get();
            assertThat(topics.values()).hasSize(5).allSatisfy(topic -> assertThat(topic.partitions())
                    .hasSize(6));
            var monitoring = new ConfigResource(ConfigResource.Type.TOPIC, "monitoring");
            var all = admin.describeConfigs(List.of(monitoring)).all().get();
            var settings = Objects.requireNonNull(all.get(monitoring));
            assertThat(settings.get("retention.ms").value()).isEqualTo("-1");
            assertThat(settings.get("flush.messages").value()).isEqualTo("1");
        }
    }

    @Test
    void a_directory_is_opened_again_as_the_same_cluster_with_its_messages() throws Exception {
        String cluster;
        try (var kafka = LocalKafka.open(directory, 0)) {
            cluster = KafkaReading.clusterId(kafka);
            send(kafka, "kept");
        }
        try (var kafka = LocalKafka.open(directory, 0)) {
            assertThat(KafkaReading.clusterId(kafka)).isEqualTo(cluster);
            assertThat(KafkaReading.values(kafka, "asset")).containsExactly("kept");
        }
    }

    @Test
    void an_acknowledged_message_survives_a_kill() throws Exception {
        var process = JavaProcess.start(KafkaUnderFire.class, directory.toString());
        String cluster;
        List<String> acknowledged;
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            cluster = next(lines, "cluster ");
            acknowledged = acknowledged(lines);
            process.toHandle().destroyForcibly(); // unlike the process's own, it leaves the output readable
            lines.lines()
                    .filter(line -> line.startsWith("acked "))
                    .forEach(line -> acknowledged.add(line.substring(6)));
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        try (var kafka = LocalKafka.open(directory, 0)) {
            assertThat(KafkaReading.clusterId(kafka)).isEqualTo(cluster);
            assertThat(KafkaReading.values(kafka, "monitoring")).containsAll(acknowledged);
        }
    }

    @Test
    void nothing_listens_beyond_the_loopback_address() {
        var settings = BrokerSettings.of(directory, 1, 2);
        assertThat(settings.getProperty("listeners")).isEqualTo("PLAINTEXT://127.0.0.1:1,CONTROLLER://127.0.0.1:2");
        assertThat(settings.getProperty("advertised.listeners")).isEqualTo("PLAINTEXT://127.0.0.1:1");
    }

    private static List<String> acknowledged(BufferedReader lines) throws IOException {
        var numbers = new ArrayList<String>();
        while (numbers.size() < ENOUGH) {
            numbers.add(next(lines, "acked "));
        }
        return numbers;
    }

    private static String next(BufferedReader lines, String prefix) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(prefix)) {
                return line.substring(prefix.length());
            }
        }
        throw new AssertionError("the process ended before it printed " + prefix);
    }

    private static void send(LocalKafka kafka, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.servers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("asset", "subject", value)).get();
        }
    }
}
