package cn.shouwang.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

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
    void a_reader_goes_on_after_five_seconds_though_it_is_not_over() throws Exception {
        var over = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        var thread = Thread.ofVirtual()
                .start(() -> rush.during(() -> {
                    begun.countDown();
                    await(over);
                }));
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(waited()).isBetween(4_500L, 9_000L);
        over.countDown();
        thread.join();
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
