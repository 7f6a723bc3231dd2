package cn.shouwang.platform.reading;

import static cn.shouwang.platform.reading.Readings.CLERK;
import static cn.shouwang.platform.reading.Readings.NOON;
import static cn.shouwang.platform.reading.Readings.VILLAGE;
import static cn.shouwang.platform.reading.Readings.actor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shouwang.platform.reading.ReadingCommand.RecordRefusal;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.store.LogUnavailable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusedAttemptsTest {

    private static final class Hands extends Clock {
        private volatile Instant now = NOON;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final Hands clock = new Hands();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<RecordRefusal> written = new CopyOnWriteArrayList<>();
    private volatile boolean away;
    private final RefusedAttempts attempts = new RefusedAttempts(this::store, clock, meters);

    private void store(RecordRefusal refusal, Actor actor) {
        if (away) {
            throw new LogUnavailable("away");
        }
        written.add(refusal);
    }

    @Test
    void the_first_is_written_at_once_and_repetitions_with_their_count_when_the_minute_is_over() {
        attempts.write(false);
        attempts.note(CLERK, "GET", "/pears", "access.not-allowed");
        attempts.write(false);
        assertThat(written).hasSize(1);
        for (var times = 0; times < 5; times++) {
            clock.now = clock.now.plusSeconds(5);
            attempts.note(CLERK, "GET", "/pears", "access.not-allowed");
            attempts.write(false);
        }
        assertThat(written).hasSize(1);
        clock.now = NOON.plusSeconds(60);
        attempts.write(false);
        assertThat(written).hasSize(2);
        assertThat(written.getLast())
                .extracting(RecordRefusal::count, RecordRefusal::firstAt, RecordRefusal::lastAt)
                .containsExactly(5L, NOON.plusSeconds(5), NOON.plusSeconds(25));
        assertThat(written.getLast())
                .extracting(RecordRefusal::division, RecordRefusal::route, RecordRefusal::method)
                .containsExactly(VILLAGE, "/pears", "GET");
    }

    @Test
    void who_goes_on_is_counted_once_a_minute_and_who_stopped_is_new_after_it() {
        attempts.write(false);
        for (var minute = 1; minute <= 3; minute++) {
            attempts.note(CLERK, "GET", "/pears", "access.not-allowed");
            attempts.note(CLERK, "GET", "/pears", "access.not-allowed");
            clock.now = NOON.plusSeconds(60L * minute);
            attempts.write(false);
        }
        assertThat(written.stream().mapToLong(RecordRefusal::count).sum()).isEqualTo(6);
        assertThat(written).hasSize(3);
        clock.now = NOON.plusSeconds(300);
        attempts.write(false);
        attempts.note(CLERK, "GET", "/pears", "access.not-allowed");
        attempts.write(false);
        assertThat(written).hasSize(4);
    }

    @Test
    void a_flood_of_different_refusals_is_counted_and_fills_nothing() {
        attempts.write(false);
        for (var route = 0; route < 2_000; route++) {
            attempts.note(CLERK, "GET", "/pears/" + route, "access.not-allowed");
            attempts.write(false);
        }
        clock.now = NOON.plusSeconds(60);
        attempts.write(false);
        assertThat(written).hasSizeLessThanOrEqualTo(22);
        assertThat(written.stream().mapToLong(RecordRefusal::count).sum()).isEqualTo(2_000);
        assertThat(written.getLast().route()).isEqualTo(RefusedAttempts.MANY);
        assertThat(written.getLast().count()).isEqualTo(1_989);
    }

    @Test
    void one_account_that_floods_hides_no_other() {
        for (var route = 0; route < 100; route++) {
            attempts.note(CLERK, "GET", "/pears/" + route, "access.not-allowed");
        }
        attempts.note(actor("cun02", Role.VILLAGE_COMMITTEE, VILLAGE), "GET", "/pears", "access.not-allowed");
        attempts.write(true);
        assertThat(written).extracting(RecordRefusal::route).contains("/pears");
    }

    @Test
    void while_the_store_is_away_counts_wait_and_none_is_lost() {
        away = true;
        attempts.write(false);
        for (var minute = 1; minute <= 3; minute++) {
            attempts.note(CLERK, "GET", "/pears", "access.not-allowed");
            clock.now = NOON.plusSeconds(60L * minute);
            attempts.write(false);
        }
        assertThat(written).isEmpty();
        away = false;
        clock.now = NOON.plusSeconds(240);
        attempts.write(false);
        assertThat(written.stream().mapToLong(RecordRefusal::count).sum()).isEqualTo(3);
        assertThat(written.getFirst().firstAt()).isEqualTo(NOON);
    }

    @Test
    void memory_is_bounded_and_what_is_beyond_is_counted_in_a_metric() {
        away = true;
        for (var account = 0; account < RefusedAttempts.MOST_IN_MEMORY + 5; account++) {
            attempts.note(actor("a" + account, Role.BANK_OFFICER, "440233"), "GET", "/pears", "access.not-allowed");
        }
        assertThat(meters.counter("reading.refusals.lost").count()).isEqualTo(5);
    }

    @Test
    void a_running_writer_writes_by_itself_and_all_at_shutdown_also_of_many_at_once() {
        attempts.start();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var times = 0; times < 200; times++) {
                pool.execute(() -> attempts.note(CLERK, "GET", "/pears", "access.not-allowed"));
            }
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> !written.isEmpty());
        attempts.stop();
        assertThat(attempts.isRunning()).isFalse();
        assertThat(written.stream().mapToLong(RecordRefusal::count).sum()).isEqualTo(200);
    }
}
