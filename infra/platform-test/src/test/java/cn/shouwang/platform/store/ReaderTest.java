package cn.shouwang.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.platform.test.Servers;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReaderTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final MongoDatabase database = Servers.freshDatabase();
    private final Service service = new Service(database, "one");
    private final List<Long> seen = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void every_event_is_handed_over_once_and_in_order() throws Exception {
        for (var n = 0; n < 300; n++) {
            service.ring("bell", n * 3L, 3);
        }
        var reader = service.reader("bells", this::see);
        assertThat(reader.await(899, SOON)).isTrue();
        service.ring("bell", 900, 1);
        assertThat(reader.await(900, SOON)).isTrue();
        assertThat(seen).isEqualTo(positions(901));
    }

    @Test
    void work_that_throws_is_tried_again_and_nothing_is_skipped() throws Exception {
        var failures = new AtomicInteger(3);
        service.ring("bell", 0, 2);
        var reader = service.reader("bells", batch -> {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("not yet");
            }
            see(batch);
        });
        service.ring("bell", 2, 3);
        assertThat(reader.await(4, SOON)).isTrue();
        assertThat(seen).isEqualTo(positions(5));
        assertThat(failures).hasNegativeValue();
    }

    @Test
    void waiting_for_what_does_not_come_ends_with_the_time() throws Exception {
        var reader = service.reader("bells", this::see);
        service.ring("bell", 0, 1);
        assertThat(reader.await(0, SOON)).isTrue();
        assertThat(reader.await(1, Duration.ofMillis(50))).isFalse();
    }

    @Test
    void a_restart_goes_on_behind_the_last_position_that_was_done() throws Exception {
        service.ring("bell", 0, 3);
        assertThat(service.reader("bells", this::see).await(2, SOON)).isTrue();
        service.close();
        try (var again = new Service(database, "one")) {
            again.ring("bell", 3, 2);
            assertThat(again.reader("bells", this::see).await(4, SOON)).isTrue();
        }
        assertThat(seen).isEqualTo(positions(5));
    }

    @Test
    void a_reader_works_in_one_process_and_the_other_learns_how_far_it_is() throws Exception {
        var mine = service.reader("bells", this::see);
        service.ring("bell", 0, 1);
        assertThat(mine.await(0, SOON)).isTrue();
        try (var second = new Service(database, "two")) {
            var theirs = second.reader("bells", this::see);
            second.ring("bell", 1, 4);
            assertThat(theirs.await(4, SOON)).isTrue();
            assertThat(seen).isEqualTo(positions(5));
        }
    }

    @Test
    void a_process_that_stops_hands_its_claim_over() throws Exception {
        service.ring("bell", 0, 2);
        assertThat(service.reader("bells", this::see).await(1, SOON)).isTrue();
        try (var second = new Service(database, "two")) {
            var theirs = second.reader("bells", this::see);
            service.close();
            second.ring("bell", 2, 2);
            assertThat(theirs.await(3, Duration.ofSeconds(5))).isTrue();
        }
        assertThat(seen).isEqualTo(positions(4));
    }

    @Test
    void work_that_was_under_way_when_the_process_stopped_is_finished_first() throws Exception {
        var begun = new CountDownLatch(1);
        var reader = service.reader("bells", batch -> {
            begun.countDown();
            TimeUnit.MILLISECONDS.sleep(200);
            see(batch);
        });
        service.ring("bell", 0, 1);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        reader.close();
        assertThat(seen).isEqualTo(positions(1));
        assertThat(service.readers().position("bells")).isZero();
    }

    private void see(List<Recorded> batch) {
        batch.forEach(recorded -> seen.add(recorded.position()));
    }

    private static List<Long> positions(long count) {
        return LongStream.range(0, count).boxed().toList();
    }
}
