package cn.shouwang.platform.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// The consumer for statistics of `infra/contracts/example`, run as its README says, on a broker of the
/// tests with messages made from the sample.
@DisplayNameGeneration(ReplaceUnderscores.class)
class StatisticsExampleTest {

    private static final Path EXAMPLE = Path.of("../contracts/example/Statistics.java");
    private static final String DETERMINED = "household-determined.v1";

    private static final String HERE = "440233701"; // towns that no other test speaks of
    private static final String THERE = "440233702";

    private final Map<String, Object> settings = Map.of("bootstrap.servers", Servers.kafka());
    private final KafkaProducer<String, String> monitoring =
            new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());

    @Test
    void it_is_one_file_of_at_most_sixty_lines() throws IOException {
        assertThat(Files.readAllLines(EXAMPLE)).hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void it_counts_each_household_once_and_again_from_the_beginning_after_a_restart() throws Exception {
        tell(7001, DETERMINED, HERE, "2025-03-02");
        tell(7002, DETERMINED, HERE, "2025-03-31");
        tell(7002, DETERMINED, HERE, "2025-03-31"); // delivered again
        tell(7003, DETERMINED, HERE, "2025-04-01");
        tell(7004, DETERMINED, THERE, "2025-03-02");
        tell(7005, "household-determined.v2", HERE, "2025-03-02"); // not ours to read
        monitoring.flush();
        try (var statistics = new Running()) {
            statistics.mustSay(HERE + " 2025-03      2", HERE + " 2025-04      1", THERE + " 2025-03      1");
            tell(7006, DETERMINED, HERE, "2025-03-15");
            monitoring.flush();
            statistics.mustSay(HERE + " 2025-03      3");
        }
        try (var again = new Running()) {
            again.mustSay(HERE + " 2025-03      3", HERE + " 2025-04      1", THERE + " 2025-03      1");
        }
        monitoring.close();
    }

    private void tell(long position, String contract, String town, String day) {
        var event = (ObjectNode) ContractSamples.sample("monitoring/" + DETERMINED);
        event.put("village", town + "201").put("determinedOn", day).put("field-of-tomorrow", 1);
        var message = new ProducerRecord<>("monitoring", event.get("household").asString(), event.toString());
        Map.of("ce_id", "monitoring-" + position, "ce_type", "cn.shouwang.monitoring." + contract)
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        var _ = monitoring.send(message); // the flush waits for it
    }

    /// The example as a process of its own, ended as Ctrl-C ends it.
    private static final class Running implements AutoCloseable {

        private final Process process;
        private final LinkedBlockingQueue<String> said = new LinkedBlockingQueue<>();

        Running() throws IOException {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var builder = new ProcessBuilder(java, EXAMPLE.toString(), Servers.kafka()).redirectErrorStream(true);
            builder.environment()
                    .put(
                            "CLASSPATH",
                            Objects.requireNonNullElse(
                                    System.getProperty("surefire.test.class.path"),
                                    System.getProperty("java.class.path")));
            process = builder.start();
            Thread.ofVirtual().start(() -> listen(process.inputReader(UTF_8)));
        }

        private void listen(BufferedReader lines) {
            lines.lines().forEach(said::add);
        }

        /// Waits until it has said each of the lines, one after the other.
        void mustSay(String... lines) throws InterruptedException {
            var heard = new ArrayList<String>();
            for (var line : lines) {
                while (!heard.contains(line)) {
                    var next = said.poll(60, TimeUnit.SECONDS);
                    assertThat(next).as("waiting for %s, heard %s", line, heard).isNotNull();
                    heard.add(next);
                }
            }
            assertThat(heard).doesNotContainAnyElementsOf(impossible());
        }

        private static List<String> impossible() {
            return List.of(HERE + " 2025-03      4", HERE + " 2025-04      2", THERE + " 2025-03      2");
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        }
    }
}
