package cn.shouwang.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneAheadTest {

    /// Counts up for ever; each step waits until it may and tells that it was taken.
    private static final class Steps implements Iterator<Integer> {

        private final CountDownLatch may = new CountDownLatch(1);
        private final CountDownLatch taken = new CountDownLatch(1);
        private int next;

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public Integer next() {
            try {
                if (!may.await(10, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("never told to go on");
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            taken.countDown();
            return next++;
        }
    }

    @Test
    void all_come_in_order_whether_prepared_or_not() throws Exception {
        try (var ahead = new OneAhead<>(IntStream.range(0, 1_000).iterator())) {
            for (var expected = 0; expected < 1_000; expected++) {
                assertThat(ahead.next()).contains(expected);
                if (expected % 3 > 0) {
                    ahead.prepare();
                }
                if (expected % 3 > 1) {
                    ahead.prepare(); // asked twice, taken once
                }
            }
            assertThat(ahead.next()).isEmpty();
            ahead.prepare();
            assertThat(ahead.next()).isEmpty();
        }
    }

    @Test
    void the_next_is_taken_while_nobody_waits_for_it() throws Exception {
        var steps = new Steps();
        try (var ahead = new OneAhead<>(steps)) {
            ahead.prepare();
            steps.may.countDown();
            assertThat(steps.taken.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(ahead.next()).contains(0);
            assertThat(ahead.next()).contains(1);
        }
    }

    @Test
    void what_fails_there_fails_at_the_next_step() throws Exception {
        var failing = List.of(1, 0).stream().map(number -> 1 / number).iterator();
        try (var ahead = new OneAhead<>(failing)) {
            assertThat(ahead.next()).contains(1);
            ahead.prepare();
            assertThatThrownBy(ahead::next).isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void closing_waits_for_what_is_being_taken_and_hides_its_failure() throws Exception {
        var steps = new Steps();
        var ahead = new OneAhead<>(steps);
        ahead.prepare();
        var closing = Thread.ofVirtual().start(ahead::close);
        assertThat(closing.join(Duration.ofMillis(100))).isFalse();
        steps.may.countDown();
        assertThat(closing.join(Duration.ofSeconds(10))).isTrue();
        assertThat(steps.next).isEqualTo(1);

        var failing =
                new OneAhead<>(List.of(0).stream().map(number -> 1 / number).iterator());
        failing.prepare();
        failing.close();
    }
}
