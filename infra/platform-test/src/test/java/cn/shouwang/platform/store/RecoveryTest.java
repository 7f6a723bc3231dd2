package cn.shouwang.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.local.mongo.LocalMongo;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server goes away and comes back on the same folder and port while commands are under way.
class RecoveryTest {

    private static final int WRITERS = 16;
    private static final int ROUNDS = 3;

    @TempDir
    private Path folder;

    @Test
    void nothing_acknowledged_is_lost_and_nothing_is_stored_twice_when_the_server_comes_and_goes() throws Exception {
        var acknowledged = new ConcurrentHashMap<String, Long>();
        var server = LocalMongo.open(folder, 0);
        var port = server.port();
        try (var client = MongoClients.create(settings(server.uri()))) {
            var log = new Log(client.getDatabase("recovery"));
            var done = new AtomicBoolean();
            var stored = new AtomicLong();
            try (var appender = new Appender(log, Clock.systemUTC(), new SimpleMeterRegistry());
                    var writers = Executors.newVirtualThreadPerTaskExecutor()) {
                var writing = IntStream.range(0, WRITERS)
                        .mapToObj(n -> writers.submit(() -> write(appender, "s" + n, done, acknowledged, stored)))
                        .toList();
                for (var round = 0; round < ROUNDS; round++) {
                    awaitMore(stored, 200);
                    server.close();
                    server = LocalMongo.open(folder, port);
                }
                awaitMore(stored, 200);
                done.set(true);
                for (var one : writing) {
                    one.get();
                }
            }
            assertWhole(log, acknowledged);
        } finally {
            server.close();
        }
    }

    /// One event after another; what the outcome is not known of is asked for again, as a caller would.
    private static void write(
            Appender appender, String stream, AtomicBoolean done, Map<String, Long> acknowledged, AtomicLong stored) {
        for (var sequence = 0L; !done.get(); sequence++) {
            var event = stream + "/" + sequence;
            var commit = commit(stream, sequence, event);
            while (!acknowledged.containsKey(event)) {
                try {
                    acknowledged.put(event, appender.append(commit).position());
                } catch (LogUnavailable e) {
                    if (done.get()) {
                        return;
                    }
                }
            }
            stored.incrementAndGet();
        }
    }

    private static void awaitMore(AtomicLong stored, long more) throws InterruptedException {
        var wanted = stored.get() + more;
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (stored.get() < wanted) {
            assertThat(System.nanoTime()).as("writing goes on").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static void assertWhole(Log log, Map<String, Long> acknowledged) {
        var found = new HashMap<String, Long>();
        var twice = new ArrayList<String>();
        var next = 0L;
        try (var commits = log.from(0)) {
            while (commits.hasNext()) {
                var commit = commits.next();
                assertThat(commit.position()).as("positions are gapless").isEqualTo(next++);
                if (found.put(commit.events().getFirst().id(), commit.position()) != null) {
                    twice.add(commit.stream());
                }
            }
        }
        assertThat(twice).isEmpty();
        assertThat(found).containsAllEntriesOf(acknowledged);
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS * 200);
    }

    private static Commit commit(String stream, long sequence, String event) {
        var entry = new Commit.Entry(event, "bell.rang", "2", Instant.EPOCH, "{}", "{}");
        return new Commit(-1, stream, "Bell", sequence, null, null, List.of(entry));
    }

    private static MongoClientSettings settings(String uri) {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS))
                .build();
    }
}
