package cn.shouwang.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.platform.messaging.Village.Greeting;
import cn.shouwang.platform.parking.ParkingEvent.MessageParked;
import cn.shouwang.platform.store.Recorded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublisherTest {

    private final List<MockProducer<String, byte[]>> producers = new ArrayList<>();
    private final Publisher publisher = new Publisher(Village.PUBLICATION, this::producer);

    @Test
    void a_batch_is_sent_in_order_and_committed_as_one() {
        publisher.publish(List.of(
                Village.recorded(0, new Greeting("a")),
                Village.recorded(1, "kept at home"),
                Village.recorded(2, new Greeting("a"))));

        assertThat(producers).hasSize(1);
        assertThat(producers.getFirst().commitCount()).isEqualTo(1);
        assertThat(producers.getFirst().history())
                .extracting(message ->
                        new String(message.headers().lastHeader("ce_id").value(), UTF_8))
                .containsExactly("village-0", "village-2");
    }

    @Test
    void two_events_of_one_position_are_two_messages() {
        var first = Village.recorded(3, new Greeting("a"));
        var second = new Recorded(
                3, 1, first.stream(), 3, first.id() + ".1", first.recordedAt(), new Greeting("b"), first.meta());
        publisher.publish(List.of(first, second));

        assertThat(producers.getFirst().history())
                .extracting(message ->
                        new String(message.headers().lastHeader("ce_id").value(), UTF_8))
                .containsExactly("village-3", "village-3.1");
    }

    @Test
    void a_batch_that_tells_nobody_anything_does_not_need_kafka() {
        publisher.publish(List.of(Village.recorded(0, "kept at home")));

        assertThat(producers).isEmpty();
    }

    @Test
    void what_the_platform_put_on_record_is_told_nobody_and_no_service_is_asked() {
        Publication strict = new Publication() {
            @Override
            public String topic() {
                return "village";
            }

            @Override
            public Optional<Outgoing> of(Recorded recorded) {
                throw new IllegalStateException("nobody decided whether to publish this");
            }
        };
        var today = LocalDate.of(2025, 3, 2);
        new Publisher(strict, this::producer)
                .publish(List.of(Village.recorded(
                        0, new MessageParked("inbox", "s-1", "m-1", "t", "RULE", "c", "440233", today))));

        assertThat(producers).isEmpty();
    }

    @Test
    void a_batch_that_failed_is_thrown_and_sent_again_through_a_new_producer() {
        publisher.publish(List.of(Village.recorded(0, new Greeting("a"))));
        producers.getFirst().commitTransactionException = new KafkaException("the broker went away");
        var batch = List.of(Village.recorded(1, new Greeting("a")));

        assertThatThrownBy(() -> publisher.publish(batch)).isInstanceOf(KafkaException.class);
        assertThat(producers.getFirst().closed()).isTrue();
        publisher.publish(batch);
        assertThat(producers).hasSize(2);
        assertThat(producers.getLast().history()).hasSize(1);
        assertThat(producers.getLast().commitCount()).isEqualTo(1);
    }

    private MockProducer<String, byte[]> producer() {
        var producer = new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        producers.add(producer);
        return producer;
    }
}
