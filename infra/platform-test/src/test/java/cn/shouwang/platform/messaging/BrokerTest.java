package cn.shouwang.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.shouwang.local.kafka.LocalKafka;
import cn.shouwang.platform.messaging.Village.Answer;
import cn.shouwang.platform.messaging.Village.Greeting;
import cn.shouwang.platform.messaging.Village.WhenGreetedThenAnswer;
import cn.shouwang.platform.parking.Parking;
import cn.shouwang.platform.store.Recorded;
import cn.shouwang.platform.test.Servers;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Publisher and inbox with a real broker between them.
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // JUnit fills the directory
class BrokerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SUBJECTS = 10;

    @TempDir
    private Path directory;

    private final int port = freePort();
    private final Map<String, Object> clientSettings = Map.of("bootstrap.servers", "127.0.0.1:" + port);
    private final WhenGreetedThenAnswer policy = new WhenGreetedThenAnswer();
    private final RecordingCommands log = new RecordingCommands();
    private final MongoDatabase database = Servers.freshDatabase();

    @Test
    void nothing_is_lost_or_done_twice_when_publisher_inbox_and_broker_restart() throws Exception {
        var first = greetings(0, 400);
        var second = greetings(400, 800);
        try (var _ = broker()) {
            var inbox = inbox();
            publish(first);
            publish(first.subList(100, 400)); // died before it saved its position
            await().atMost(PATIENCE).until(() -> answered().size() >= 100);
            inbox.stop();
        }
        try (var _ = broker()) {
            var inbox = inbox();
            publish(second);
            await().atMost(PATIENCE).until(() -> answered().size() >= 800);
            inbox.stop();
        }
        assertThat(answered()).hasSize(800).doesNotHaveDuplicates();
        assertInOrderOfEachSubject(log.of(Answer.class));
    }

    @Test
    void publisher_and_inbox_wait_for_a_broker_that_comes_later() throws Exception {
        var inbox = inbox();
        try (var publisher = impatientPublisher()) {
            assertThatThrownBy(() -> publisher.publish(greetings(0, 5))).isInstanceOf(KafkaException.class);
            try (var _ = broker()) {
                publisher.publish(greetings(0, 5));
                await().atMost(PATIENCE).until(() -> answered().size() == 5);
                inbox.stop();
            }
        }
        assertThat(answered()).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void a_batch_is_given_again_until_the_trouble_has_passed() throws Exception {
        policy.away.addAll(List.of(3L, 7L));
        try (var _ = broker()) {
            var inbox = inbox();
            publish(greetings(0, 20));
            await().atMost(PATIENCE).until(() -> answered().size() == 20);
            inbox.stop();
        }
        assertThat(answered()).doesNotHaveDuplicates();
        assertInOrderOfEachSubject(log.of(Answer.class));
        assertThat(log.parking()).isEmpty();
    }

    @Test
    void a_batch_that_was_not_finished_is_not_seen() throws Exception {
        try (var _ = broker()) {
            var inbox = inbox();
            try (var producer = transactional()) {
                producer.initTransactions();
                producer.beginTransaction();
                var _ = producer.send(Envelope.encode(
                        "village", Village.recorded(99, "x"), new Outgoing("village.greeted.v1", "s0", Map.of())));
                producer.flush();
            } // closed without a commit, as a process that died
            publish(greetings(0, 20));
            await().atMost(PATIENCE).until(() -> answered().size() == 20);
            inbox.stop();
        }
        assertThat(answered()).doesNotContain(99L);
    }

    @Test
    void garbage_on_the_topic_holds_nobody_up() throws Exception {
        try (var _ = broker()) {
            var inbox = inbox();
            try (var producer =
                    new KafkaProducer<>(clientSettings, new StringSerializer(), new ByteArraySerializer())) {
                producer.send(new ProducerRecord<>("village", "s0", new byte[] {1, 2, 3}))
                        .get();
                producer.send(new ProducerRecord<>("village", null, null)).get();
            }
            publish(greetings(0, 20));
            await().atMost(PATIENCE)
                    .until(() -> answered().size() == 18 && log.parking().size() == 4);
            inbox.stop();
        }
        assertThat(parking().subjects()).isEqualTo(2);
        assertThat(parking().holds("inbox", "s0")).isTrue();
    }

    private LocalKafka broker() throws Exception {
        var broker = LocalKafka.open(directory.resolve("kafka"), port);
        try (var admin = Admin.create(new HashMap<>(clientSettings))) {
            if (!admin.listTopics().names().get().contains("village")) {
                admin.createTopics(List.of(new NewTopic("village", 6, (short) 1)))
                        .all()
                        .get();
            }
        }
        return broker;
    }

    private Inbox inbox() {
        var meters = new SimpleMeterRegistry();
        var dispatch = new Dispatch(List.of(policy), database, parking(), log.commands(), meters);
        var inbox = new Inbox("town", dispatch, clientSettings, meters);
        inbox.start();
        return inbox;
    }

    private Parking parking() {
        return new Parking(database, log.commands(), Clock.system(ZoneId.of("Asia/Shanghai")), "440233");
    }

    private void publish(List<Recorded> batch) {
        try (var publisher = Publisher.over(clientSettings, Village.PUBLICATION)) {
            publisher.publish(batch);
        }
    }

    private Publisher impatientPublisher() {
        return new Publisher(Village.PUBLICATION, this::transactional);
    }

    private Producer<String, byte[]> transactional() {
        var settings = new Properties();
        settings.putAll(clientSettings);
        settings.put("transactional.id", "village-publisher");
        settings.put("max.block.ms", 2_000);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private static List<Recorded> greetings(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(position -> Village.recorded(position, new Greeting("s" + position % SUBJECTS)))
                .toList();
    }

    private List<Long> answered() {
        return log.of(Answer.class).stream().map(Answer::position).toList();
    }

    private static void assertInOrderOfEachSubject(List<Answer> answers) {
        for (var subject : new HashSet<>(answers.stream().map(Answer::subject).toList())) {
            var positions = new ArrayList<Long>();
            answers.stream()
                    .filter(answer -> answer.subject().equals(subject))
                    .forEach(answer -> positions.add(answer.position()));
            assertThat(positions).isSorted();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
