package cn.shouwang.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.platform.test.Servers;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RushTest {

    private final Rush rush = new Rush();

    @Test
    void nobody_waits_when_there_is_none() throws InterruptedException {
        assertThat(waited()).isLessThan(1_000);
    }

    @Test
    void a_reader_waits_until_it_is_over() throws Exception {
        var begun = new CountDownLatch(1);
        var thread = Thread.ofVirtual()
                .start(() -> rush.during(() -> {
                    begun.countDown();
                    pause(500);
                }));
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(waited()).isBetween(100L, 4_000L);
        thread.join();
        assertThat(waited()).isLessThan(1_000);
    }

    @Test
    void whoever_waits_is_told_after_three_seconds_that_it_is_not_over() throws Exception {
        var over = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        var thread = Thread.ofVirtual()
                .start(() -> rush.during(() -> {
                    begun.countDown();
                    await(over);
                }));
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(waited()).isBetween(2_500L, 7_000L);
        assertThat(rush.giveWay()).isFalse();
        over.countDown();
        thread.join();
        assertThat(rush.giveWay()).isTrue();
    }

    /// Longer than a claim lasts.
    @Test
    void a_reader_stands_still_keeps_its_claim_and_catches_up_afterwards() throws Exception {
        var database = Servers.freshDatabase();
        try (var service = new Service(database, "one");
                var other = new Service(database, "two")) {
            var seen = new CopyOnWriteArrayList<Long>();
            var stolen = new CopyOnWriteArrayList<Long>();
            var reader = service.reader("bells", batch -> batch.forEach(one -> seen.add(one.position())));
            service.ring("bell", 0, 1);
            assertThat(reader.await(0, Duration.ofSeconds(20))).isTrue();
            other.reader("bells", batch -> batch.forEach(one -> stolen.add(one.position())));
            service.readers().rush().during(() -> {
                service.ring("bell", 1, 2_000);
                pause(12_000);
                assertThat(seen).hasSizeLessThan(2_000);
            });
            assertThat(reader.await(2_000, Duration.ofSeconds(20))).isTrue();
            assertThat(seen).hasSize(2_001).doesNotHaveDuplicates();
            assertThat(stolen).isEmpty();
        }
    }

    private long waited() throws InterruptedException {
        var began = System.nanoTime();
        rush.giveWay();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
