package cn.shouwang.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.ServerCursor;
import com.mongodb.client.MongoCursor;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadAheadTest {

    @Test
    void every_commit_comes_once_and_in_order() {
        for (var total : new int[] {0, 1, 99, 100, 101, 5_000}) {
            var cursor = new Cursor(total, 100);
            try (var commits = cursor.readAhead()) {
                assertThat(positions(commits)).hasSize(total).isSorted().doesNotHaveDuplicates();
                assertThatThrownBy(commits::next).isInstanceOf(NoSuchElementException.class);
            }
            assertThat(cursor.closed).isTrue();
        }
    }

    @Test
    void what_fits_into_one_answer_is_read_by_the_caller_alone() {
        var cursor = new Cursor(40, 100);
        try (var commits = cursor.readAhead()) {
            positions(commits);
        }
        assertThat(cursor.readers).containsExactly(Thread.currentThread());
    }

    @Test
    void what_is_read_ahead_is_bounded() throws InterruptedException {
        var cursor = new Cursor(5_000, 100);
        try (var commits = cursor.readAhead()) {
            for (var n = 0; n < 101; n++) {
                commits.next();
            }
            Thread.sleep(Duration.ofMillis(200)); // as long as it likes to run away
            assertThat(cursor.given.get()).isLessThanOrEqualTo(101 + 5 * 100);
        }
    }

    @Test
    void a_caller_who_has_seen_enough_leaves_nothing_running() {
        var cursor = new Cursor(5_000, 100);
        try (var commits = cursor.readAhead()) {
            for (var n = 0; n < 150; n++) {
                commits.next();
            }
        }
        assertThat(cursor.closed).isTrue();
        assertThat(cursor.readers).filteredOn(Thread::isAlive).containsExactly(Thread.currentThread());
    }

    @Test
    void a_failure_comes_after_what_was_read_before_it() {
        for (var failing : new int[] {0, 30, 100, 250}) {
            var cursor = new Cursor(5_000, 100);
            cursor.failing = failing;
            var read = new ArrayList<Long>();
            try (var commits = cursor.readAhead()) {
                assertThatThrownBy(() -> commits.forEachRemaining(commit -> read.add(commit.position())))
                        .isInstanceOf(MongoException.class);
            }
            assertThat(read).hasSize(failing / 100 * 100);
        }
    }

    private static List<Long> positions(ReadAhead commits) {
        var positions = new ArrayList<Long>();
        commits.forEachRemaining(commit -> positions.add(commit.position()));
        return positions;
    }

    /// `total` commits in answers of `size`.
    private static final class Cursor {

        private final int total;
        private final int size;
        private final List<Thread> readers = new ArrayList<>();
        private final AtomicInteger given = new AtomicInteger();
        private volatile boolean closed;
        private int failing = Integer.MAX_VALUE;

        Cursor(int total, int size) {
            this.total = total;
            this.size = size;
        }

        /// As the driver's: by name, since its annotations are not on the class path.
        @SuppressWarnings("unchecked")
        ReadAhead readAhead() {
            return new ReadAhead((MongoCursor<Commit>) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {MongoCursor.class},
                    (_, method, _) -> switch (method.getName()) {
                        case "hasNext" -> hasNext();
                        case "next" -> next();
                        case "available" -> available();
                        case "getServerCursor" ->
                            given.get() < total ? new ServerCursor(1, new ServerAddress("127.0.0.1", 1)) : null;
                        case "close" -> {
                            closed = true;
                            yield null;
                        }
                        default -> throw new UnsupportedOperationException(method.getName());
                    }));
        }

        private boolean hasNext() {
            if (!readers.contains(Thread.currentThread())) {
                readers.add(Thread.currentThread());
            }
            if (closed) {
                throw new IllegalStateException("closed");
            }
            return given.get() < total;
        }

        private Commit next() {
            if (given.get() == failing) {
                throw new MongoException("the server went away");
            }
            return new Commit(given.getAndIncrement(), "s", "S", 0, null, null, List.of());
        }

        private int available() {
            var done = given.get() % size;
            return done == 0 ? 0 : Math.min(size - done, total - given.get());
        }
    }
}
