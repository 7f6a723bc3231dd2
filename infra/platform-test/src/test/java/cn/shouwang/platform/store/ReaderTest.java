package cn.shouwang.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.test.Servers;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.apache.kafka.common.KafkaException;
import org.awaitility.Awaitility;
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
    void commits_that_follow_one_another_are_gathered_unless_somebody_waits() throws Exception {
        var batches = new AtomicInteger();
        var reader = service.reader("bells", _ -> batches.incrementAndGet());
        for (var n = 0; n < 200; n++) {
            service.ring("bell", n, 1);
        }
        assertThat(reader.await(199, SOON)).isTrue();
        assertThat(batches).hasValueLessThan(150);
        batches.set(0);
        for (var n = 200; n < 220; n++) {
            assertThat(reader.await(service.ring("bell", n, 1), SOON)).isTrue();
        }
        assertThat(batches).hasValue(20);
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

    @Test
    void a_halted_reader_rests_in_every_process_and_goes_on_where_it_was() throws Exception {
        var reader = service.reader("bells", this::see);
        service.ring("bell", 0, 1);
        assertThat(reader.await(0, SOON)).isTrue();
        try (var second = new Service(database, "two")) {
            second.readers().halt(Set.of("bells"));
            var theirs = second.reader("bells", this::see);
            service.readers().halt(Set.of("bells"));
            Awaitility.await().atMost(SOON).until(() -> !standing().isOwned(Instant.now()));
            service.ring("bell", 1, 1);
            assertThat(theirs.await(1, Duration.ofMillis(1500))).isFalse();
            assertThat(seen).isEqualTo(positions(1));
            service.readers().halt(Set.of("gongs"));
            assertThat(theirs.await(1, SOON)).isTrue();
        }
        assertThat(seen).isEqualTo(positions(2));
    }

    @Test
    void a_reader_in_the_middle_of_a_long_log_obeys_after_the_batch_it_is_at() throws Exception {
        for (var n = 0; n < 20; n++) {
            service.ring("bell", n * 100L, 100);
        }
        var reader = service.reader("bells", batch -> {
            see(batch);
            service.readers().halt(Set.of("bells"));
        });
        Awaitility.await().atMost(SOON).until(() -> standing().position() == 511);
        assertThat(reader.await(512, Duration.ofMillis(700))).isFalse();
        assertThat(seen).isEqualTo(positions(512));
    }

    @Test
    void nobody_works_until_it_is_told_who_may() throws Exception {
        service.readers().haltUntilTold();
        var reader = service.reader("bells", this::see);
        service.ring("bell", 0, 1);
        assertThat(reader.await(0, Duration.ofMillis(700))).isFalse();
        service.readers().halt(Set.of());
        assertThat(reader.await(0, SOON)).isTrue();
    }

    private static boolean stands(Service service, Predicate<Standing> how) {
        var standing = service.readers().standings().get("bells");
        return standing != null && how.test(standing);
    }

    @Test
    void any_process_can_tell_how_a_reader_stands_but_not_what_it_read() throws Exception {
        var failing = new AtomicBoolean(true);
        var began = Instant.now().minusSeconds(1);
        service.ring("bell", 0, 2);
        var reader = service.reader("bells", batch -> {
            if (failing.get()) {
                throw new IllegalStateException("张三 99999919800101001X");
            }
            see(batch);
        });
        try (var second = new Service(database, "two")) {
            Awaitility.await().atMost(SOON).until(() -> stands(second, Standing::failing));
            var told = Objects.requireNonNull(second.readers().standings().get("bells"));
            assertThat(told.trouble()).isNotNull().satisfies(trouble -> {
                assertThat(trouble.kind()).isEqualTo(Trouble.Kind.FAULT);
                assertThat(trouble.code()).isEqualTo("IllegalStateException");
                assertThat(trouble.at()).isAfter(began);
            });
            assertThat(Objects.requireNonNull(
                                    database.getCollection("readers").find().first())
                            .toJson())
                    .doesNotContain("张三", "999999");
            failing.set(false);
            assertThat(reader.await(1, SOON)).isTrue();
            Awaitility.await().atMost(SOON).until(() -> stands(second, now -> now.position() == 1 && !now.failing()));
            var well = standing();
            assertThat(well.owner()).isEqualTo("one");
            assertThat(well.since()).isAfter(began);
            assertThat(well.trouble()).isNotNull();
        }
    }

    @Test
    void trouble_is_told_by_its_kind() {
        var at = Instant.EPOCH;
        assertThat(Trouble.of(new RuleBroken("bell.muffled", "张三"), at))
                .isEqualTo(new Trouble(Trouble.Kind.RULE, "bell.muffled", at));
        assertThat(Trouble.of(new MongoTimeoutException("away"), at).kind()).isEqualTo(Trouble.Kind.STORE);
        assertThat(Trouble.of(new LogUnavailable("away"), at).kind()).isEqualTo(Trouble.Kind.STORE);
        assertThat(Trouble.of(new KafkaException("away"), at).kind()).isEqualTo(Trouble.Kind.BROKER);
    }

    @Test
    void a_reader_taken_out_of_existence_leaves_no_position_and_never_while_another_has_it() throws Exception {
        var reader = service.reader("bells", this::see);
        service.ring("bell", 0, 1);
        assertThat(reader.await(0, SOON)).isTrue();
        try (var second = new Service(database, "two")) {
            assertThat(second.readers().retire("bells", () -> seen.clear())).isFalse();
            assertThat(seen).isNotEmpty();
            reader.close();
            assertThat(second.readers().retire("bells", () -> seen.clear())).isTrue();
            assertThat(seen).isEmpty();
            assertThat(second.readers().position("bells")).isEqualTo(-1);
        }
    }

    private Standing standing() {
        return Objects.requireNonNull(service.readers().standings().get("bells"));
    }

    private void see(List<Recorded> batch) {
        batch.forEach(recorded -> seen.add(recorded.position()));
    }

    private static List<Long> positions(long count) {
        return LongStream.range(0, count).boxed().toList();
    }
}
