package cn.shouwang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.identity.SignInAttempts.Pair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignInAttemptsTest {

    private static final Pair PAIR = new Pair("county", "192.0.2.1");

    private final Watch watch = new Watch();
    private final SignInAttempts attempts = new SignInAttempts(watch);

    @Test
    void five_failures_are_free_and_then_the_pair_waits_a_minute() {
        fail(5);
        assertThatThrownBy(() -> attempts.begin(PAIR))
                .isInstanceOfSatisfying(TooManyAttempts.class, refused -> assertThat(refused.seconds())
                        .isEqualTo(60));
        watch.pass(Duration.ofSeconds(60));
        assertThatCode(() -> attempts.begin(PAIR)).doesNotThrowAnyException();
    }

    @Test
    void every_further_failure_doubles_the_wait_up_to_a_quarter_of_an_hour() {
        fail(5);
        for (int minutes : new int[] {1, 2, 4, 8, 15, 15}) {
            assertThatThrownBy(() -> attempts.begin(PAIR))
                    .isInstanceOfSatisfying(TooManyAttempts.class, refused -> assertThat(refused.seconds())
                            .isEqualTo(60L * minutes));
            watch.pass(Duration.ofMinutes(minutes));
            attempts.begin(PAIR);
        }
    }

    @Test
    void asking_while_waiting_does_not_make_the_wait_longer() {
        fail(5);
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> attempts.begin(PAIR)).isInstanceOf(TooManyAttempts.class);
        }
        watch.pass(Duration.ofMinutes(1));
        assertThatCode(() -> attempts.begin(PAIR)).doesNotThrowAnyException();
    }

    @Test
    void a_success_starts_the_count_again() {
        fail(4);
        attempts.begin(PAIR);
        attempts.succeeded(PAIR);
        fail(5);
        assertThatThrownBy(() -> attempts.begin(PAIR)).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void another_address_and_another_name_do_not_wait() {
        fail(5);
        assertThatCode(() -> attempts.begin(new Pair("county", "192.0.2.2"))).doesNotThrowAnyException();
        assertThatCode(() -> attempts.begin(new Pair("village", "192.0.2.1"))).doesNotThrowAnyException();
    }

    @Test
    void parallel_guesses_get_no_more_than_five() {
        var begun = new AtomicInteger();
        var refused = new AtomicInteger();
        try (var guessers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                guessers.execute(() -> {
                    try {
                        attempts.begin(PAIR);
                        begun.incrementAndGet();
                    } catch (TooManyAttempts e) {
                        refused.incrementAndGet();
                    }
                });
            }
        }
        assertThat(begun).hasValue(5);
        assertThat(refused).hasValue(195);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            attempts.begin(PAIR);
        }
    }

    /// A clock that goes on only when told.
    private static final class Watch extends Clock {

        private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
