package cn.shouwang.monitoring.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BucketsTest {

    private Instant now = Instant.parse("2025-03-03T04:00:00Z");

    private final Clock clock = new Clock() {
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
    };

    @Test
    void an_empty_bucket_says_how_long_to_wait_and_fills_evenly() {
        var buckets = new Buckets(2, Duration.ofMinutes(1), clock);
        assertThat(buckets.take("a")).isEmpty();
        assertThat(buckets.take("a")).isEmpty();
        assertThat(buckets.take("a")).contains(Duration.ofSeconds(30));
        now = now.plusSeconds(30);
        assertThat(buckets.take("a")).isEmpty();
        assertThat(buckets.take("a")).isNotEmpty();
    }

    @Test
    void one_key_does_not_use_up_anothers() {
        var buckets = new Buckets(1, Duration.ofHours(1), clock);
        assertThat(buckets.take("a")).isEmpty();
        assertThat(buckets.take("a")).isNotEmpty();
        assertThat(buckets.take("b")).isEmpty();
    }

    @Test
    void a_village_is_crowded_after_the_set_number_and_its_neighbour_is_not() {
        var crowds = new Crowds(new PublicLimits(1, 1, 1, 2), clock);
        assertThat(crowds.isCrowded("440233101203")).isFalse();
        assertThat(crowds.isCrowded("440233101203")).isFalse();
        assertThat(crowds.isCrowded("440233101203")).isTrue();
        assertThat(crowds.isCrowded("440233101204")).isFalse();
        now = now.plus(Duration.ofHours(1));
        assertThat(crowds.isCrowded("440233101203")).isFalse();
    }
}
