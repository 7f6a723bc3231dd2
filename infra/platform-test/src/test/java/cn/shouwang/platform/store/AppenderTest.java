package cn.shouwang.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.platform.store.Commit.Entry;
import cn.shouwang.platform.test.Servers;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppenderTest {

    private static final Instant NOON = Instant.parse("2025-03-02T04:00:00Z");

    private final MongoDatabase database = Servers.freshDatabase();
    private final Log log = new Log(database);
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Appender appender = new Appender(log, Clock.systemUTC(), meters);

    @AfterEach
    void close() {
        appender.close();
    }

    @Test
    void positions_are_gapless_whatever_the_size_of_commits() {
        assertThat(appender.append(commit("a", 0, 3)).position()).isZero();
        assertThat(appender.append(commit("b", 0, 1)).position()).isEqualTo(3);
        assertThat(appender.append(commit("a", 3, 2)).position()).isEqualTo(4);
        assertThat(log.head()).isEqualTo(6);
    }

    @Test
    void many_writers_leave_no_gap_and_share_inserts() throws Exception {
        concurrently(64, writer -> {
            for (var n = 0; n < 20; n++) {
                appender.append(commit("s" + writer, n * 2L, 2));
            }
        });
        assertGapless(64 * 20 * 2);
        var inserts = meters.get("log.batch").summary();
        assertThat(inserts.totalAmount()).isEqualTo(64 * 20);
        assertThat(inserts.count()).isLessThan(64 * 20 / 2);
    }

    @Test
    void a_stream_that_has_grown_meanwhile_refuses_the_commit() {
        appender.append(commit("a", 0, 1));
        assertThatThrownBy(() -> appender.append(commit("a", 0, 1))).isInstanceOf(ConcurrencyException.class);
        assertThat(appender.append(commit("a", 1, 1)).position()).isEqualTo(1);
    }

    @Test
    void a_commit_that_fails_costs_only_its_own_command() throws Exception {
        appender.append(commit("contested", 0, 1));
        var failures = concurrently(32, writer -> {
            if (writer % 4 == 0) {
                appender.append(commit("contested", 0, 1));
            } else {
                appender.append(commit("own" + writer, 0, 2));
            }
        });
        assertThat(failures).hasSize(8).allMatch(ConcurrencyException.class::isInstance);
        assertGapless(1 + 24 * 2);
    }

    @Test
    void two_processes_that_write_to_one_log_collide_and_renumber() throws Exception {
        try (var second = new Appender(new Log(database), Clock.systemUTC(), new SimpleMeterRegistry())) {
            var failures = concurrently(16, writer -> {
                for (var n = 0; n < 25; n++) {
                    (writer % 2 == 0 ? appender : second).append(commit("s" + writer, n * 3L, 3));
                }
            });
            assertThat(failures).isEmpty();
        }
        assertGapless(16 * 25 * 3);
    }

    @Test
    void of_two_processes_that_change_one_stream_one_wins() throws Exception {
        try (var second = new Appender(new Log(database), Clock.systemUTC(), new SimpleMeterRegistry())) {
            for (var round = 0; round < 50; round++) {
                var sequence = round;
                var failures = concurrently(
                        2, writer -> (writer == 0 ? appender : second).append(commit("contested", sequence, 1)));
                assertThat(failures).hasSize(1).allMatch(ConcurrencyException.class::isInstance);
            }
        }
        assertGapless(50);
    }

    @Test
    void which_of_many_streams_have_begun_is_one_question() {
        appender.append(commit("a", 0, 2));
        appender.append(commit("a", 2, 1));
        appender.append(commit("b", 0, 1));
        assertThat(log.begun(List.of("a", "b", "c"))).containsExactlyInAnyOrder("a", "b");
        assertThat(log.begun(List.of())).isEmpty();
    }

    @Test
    void a_key_is_stored_once_and_tells_what_it_stored() {
        var first = appender.append(keyed("a", "k1"));
        assertThatThrownBy(() -> appender.append(keyed("b", "k1")))
                .isInstanceOfSatisfying(
                        AlreadyStored.class, known -> assertThat(known.commit()).isEqualTo(first));
        assertThat(appender.append(keyed("b", "k2")).position()).isEqualTo(1);
    }

    @Test
    void recording_time_never_runs_backwards_along_positions() {
        appender.append(commit("a", 0, 1));
        try (var late = new Appender(log, Clock.fixed(NOON, ZoneOffset.UTC), new SimpleMeterRegistry())) {
            var before = log.at(0).orElseThrow().recordedAt();
            assertThat(late.append(commit("b", 0, 1)).recordedAt())
                    .isEqualTo(before)
                    .isAfter(NOON);
        }
    }

    @Test
    void a_new_process_goes_on_where_the_log_ends() {
        appender.append(commit("a", 0, 5));
        try (var next = new Appender(new Log(database), Clock.systemUTC(), new SimpleMeterRegistry())) {
            assertThat(next.append(commit("b", 0, 1)).position()).isEqualTo(5);
        }
    }

    @Test
    void reading_from_the_middle_of_a_commit_begins_with_the_commit_that_holds_it() {
        appender.append(commit("a", 0, 3));
        appender.append(commit("b", 0, 1));
        try (var commits = log.from(1)) {
            assertThat(commits.next().position()).isZero();
            assertThat(commits.next().position()).isEqualTo(3);
            assertThat(commits.hasNext()).isFalse();
        }
    }

    private void assertGapless(long events) {
        var expected = 0L;
        try (var commits = log.from(0)) {
            while (commits.hasNext()) {
                var commit = commits.next();
                assertThat(commit.position()).isEqualTo(expected);
                expected += commit.events().size();
            }
        }
        assertThat(expected).isEqualTo(events);
    }

    private interface Writing {
        void write(int writer) throws Exception;
    }

    private static List<Throwable> concurrently(int writers, Writing writing) throws Exception {
        var barrier = new CyclicBarrier(writers);
        var failures = new ArrayList<Throwable>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (var n = 0; n < writers; n++) {
                var writer = n;
                all.add(pool.submit(() -> {
                    barrier.await();
                    writing.write(writer);
                    return null;
                }));
            }
            for (var one : all) {
                try {
                    one.get();
                } catch (java.util.concurrent.ExecutionException e) {
                    failures.add(e.getCause());
                }
            }
        }
        return failures;
    }

    private static Commit commit(String stream, long sequence, int events) {
        return commit(stream, sequence, events, null);
    }

    private static Commit keyed(String stream, String key) {
        return commit(stream, 0, 1, key);
    }

    private static Commit commit(String stream, long sequence, int events, @Nullable String key) {
        var entries = IntStream.range(0, events)
                .mapToObj(_ -> new Entry(UUID.randomUUID().toString(), "pear.watered", "1", Instant.EPOCH, "{}", "{}"))
                .toList();
        return new Commit(-1, stream, "Pear", sequence, key, key == null ? null : "print", entries);
    }
}
