package cn.shouwang.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BackoffTest {

    private Instant now = Instant.EPOCH;
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(5), () -> now);

    @Test
    void each_crash_doubles_the_wait_up_to_the_longest() {
        assertThat(Stream.generate(backoff::next).limit(5).map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 5L, 5L);
    }

    @Test
    void a_process_that_was_up_for_more_than_a_minute_starts_from_the_beginning() {
        backoff.next();
        backoff.next();
        backoff.up();
        now = now.plusSeconds(61);
        assertThat(backoff.next()).hasSeconds(1);
    }

    @Test
    void one_that_crashes_soon_after_it_came_up_does_not() {
        backoff.next();
        backoff.up();
        now = now.plusSeconds(59);
        assertThat(backoff.next()).hasSeconds(2);
    }
}
