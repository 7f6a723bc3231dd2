import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;

/// Households determined, by town and month, from topic `monitoring`; see the README beside.
///
/// It keeps nothing: every start reads the topic from its beginning, and Ctrl-C ends it at any moment.
class Statistics {

    static final String DETERMINED = "cn.shouwang.monitoring.household-determined.v1";

    final JsonMapper json = new JsonMapper();
    final Set<String> seen = new HashSet<>(); // an event may be delivered again; its ce_id tells
    final Map<String, Integer> households = new TreeMap<>();

    void main(String[] arguments) {
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider"); // no log lines
        var broker = arguments.length > 0 ? arguments[0] : "127.0.0.1:9192";
        var text = new StringDeserializer();
        var settings = Map.<String, Object>of("bootstrap.servers", broker, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, text, text)) {
            System.out.println("读取 reading monitoring at " + broker + " (Ctrl-C 结束 ends)");
            consumer.assign(consumer.partitionsFor("monitoring").stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
            var told = 0;
            while (true) {
                var messages = consumer.poll(Duration.ofSeconds(1));
                messages.forEach(this::count);
                if (messages.isEmpty() && told < seen.size()) { // all there is has been read
                    households.forEach((row, count) -> System.out.printf("%s %6d%n", row, count));
                    told = seen.size();
                }
            }
        }
    }

    void count(ConsumerRecord<String, String> message) {
        if (DETERMINED.equals(header(message, "ce_type")) && seen.add(header(message, "ce_id"))) {
            var event = json.readTree(message.value());
            var town = event.get("village").asString().substring(0, 9);
            var month = event.get("determinedOn").asString().substring(0, 7);
            households.merge(town + " " + month, 1, Integer::sum);
        }
    }

    static String header(ConsumerRecord<String, String> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value());
    }
}
