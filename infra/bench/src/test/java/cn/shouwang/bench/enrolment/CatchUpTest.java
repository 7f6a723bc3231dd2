package cn.shouwang.bench.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CatchUpTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long STEP = Duration.ofSeconds(5).toNanos();

    private final AtomicLong nanos = new AtomicLong();
    private final Map<String, Long> positions = new HashMap<>(Map.of("fast", 100L, "slow", 0L));

    @Test
    void readers_that_arrive_end_the_wait_with_the_last_of_them() throws InterruptedException {
        assertThat(waited(20)).isEqualTo("readers caught up after 25 s");
    }

    @Test
    void readers_that_do_not_arrive_end_the_wait_with_its_minutes_and_the_slowest_is_named()
            throws InterruptedException {
        assertThat(waited(1)).isEqualTo("readers stand at 12 of 100 after 60 s, 1 of 2 are there, slowest: slow");
    }

    @Test
    void readers_that_have_not_begun_have_not_caught_up() throws InterruptedException {
        positions.clear();
        assertThat(waited(0))
                .isEqualTo("readers stand at -1 of 100 after 60 s, 0 of 0 are there, slowest: none has begun");
    }

    /// Every look at the positions takes 5 seconds, in which the slow reader moves on.
    private String waited(long advance) throws InterruptedException {
        var catchUp = new CatchUp(
                100,
                () -> {
                    nanos.addAndGet(STEP);
                    positions.computeIfPresent("slow", (_, position) -> position + advance);
                    return positions;
                },
                nanos::get);
        return catchUp.within(MINUTE, Duration.ZERO);
    }
}
