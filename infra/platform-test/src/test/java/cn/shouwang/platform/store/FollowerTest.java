package cn.shouwang.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.platform.test.Servers;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FollowerTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final MongoDatabase database = Servers.freshDatabase();
    private final Service one = new Service(database, "one");
    private final Service two = new Service(database, "two");
    private final List<Long> seen = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    @Test
    void every_process_gets_the_whole_log_in_order_and_what_is_added_anywhere() throws Exception {
        one.ring("bell", 0, 700);
        var others = new CopyOnWriteArrayList<Long>();
        try (var mine = follow(one, seen);
                var theirs = follow(two, others)) {
            assertThat(mine.await(699, SOON)).isTrue();
            two.ring("other", 0, 3);
            assertThat(mine.await(702, SOON)).isTrue();
            assertThat(theirs.await(702, SOON)).isTrue();
        }
        var all = LongStream.range(0, 703).boxed().toList();
        assertThat(seen).isEqualTo(all);
        assertThat(others).isEqualTo(all);
    }

    @Test
    void after_a_restart_it_begins_anew_since_nothing_is_written_down() throws Exception {
        one.ring("bell", 0, 2);
        for (var start = 0; start < 2; start++) {
            seen.clear();
            try (var follower = follow(one, seen)) {
                assertThat(follower.await(1, SOON)).isTrue();
            }
            assertThat(seen).containsExactly(0L, 1L);
        }
    }

    @Test
    void a_newcomer_is_given_only_what_is_stored_after_its_start() throws Exception {
        one.ring("bell", 0, 3);
        var follower = one.readers()
                .newcomer(
                        "updates",
                        List.of(Object.class),
                        batch -> batch.forEach(recorded -> seen.add(recorded.position())));
        try (follower) {
            follower.start();
            assertThat(follower.await(2, SOON)).isTrue();
            one.ring("bell", 3, 2);
            assertThat(follower.await(4, SOON)).isTrue();
        }
        assertThat(seen).containsExactly(3L, 4L);
    }

    @Test
    void work_that_fails_is_given_the_same_events_again() throws Exception {
        one.ring("bell", 0, 2);
        var calls = new AtomicInteger();
        var follower = one.readers().follower("names", List.of(Object.class), batch -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("once");
            }
            batch.forEach(recorded -> seen.add(recorded.position()));
        });
        try (follower) {
            follower.start();
            assertThat(follower.await(1, SOON)).isTrue();
        }
        assertThat(seen).containsExactly(0L, 1L);
    }

    @Test
    void waiting_for_what_does_not_come_ends_with_the_time() throws Exception {
        try (var follower = follow(one, seen)) {
            assertThat(follower.await(0, Duration.ofMillis(50))).isFalse();
        }
    }

    private static Follower follow(Service service, List<Long> seen) {
        var follower = service.readers()
                .follower(
                        "names",
                        List.of(Object.class),
                        batch -> batch.forEach(recorded -> seen.add(recorded.position())));
        follower.start();
        return follower;
    }
}
