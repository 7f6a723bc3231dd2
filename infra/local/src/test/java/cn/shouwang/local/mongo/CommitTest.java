package cn.shouwang.local.mongo;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CommitTest {

    private static final int SEGMENT = 1 << 20;

    @TempDir
    Path directory;

    /// Counts forces, holds them while its lock is taken, and makes them slow or broken on demand.
    private static final class WatchedDisk implements Disk {

        private final AtomicInteger forces = new AtomicInteger();
        private final ReentrantLock held = new ReentrantLock();
        private volatile long slowNanos;
        private volatile boolean broken;

        @Override
        public void force(FileChannel file) throws IOException {
            awaitRelease();
            if (broken) {
                throw new IOException("the disk is gone");
            }
            LockSupport.parkNanos(slowNanos);
            Disk.super.force(file);
        }

        private void awaitRelease() {
            held.lock();
            try {
                forces.incrementAndGet();
            } finally {
                held.unlock();
            }
        }
    }

    private final WatchedDisk disk = new WatchedDisk();

    private Served open() {
        return new Served(LocalMongo.open(directory, 0, SEGMENT, disk));
    }

    private static <T> List<Future<T>> inParallel(int threads, Callable<T> task) throws InterruptedException {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            return pool.invokeAll(
                    IntStream.range(0, threads).mapToObj(_ -> task).toList());
        }
    }

    @Test
    void concurrent_writers_share_a_force() throws Exception {
        try (var served = open()) {
            var rows = served.collection("rows");
            rows.insertOne(new Document("_id", -1));
            disk.slowNanos = TimeUnit.MILLISECONDS.toNanos(2);
            disk.forces.set(0);
            var next = new AtomicInteger();
            for (var done : inParallel(16, () -> {
                for (int i = 0; i < 25; i++) {
                    rows.insertOne(new Document("_id", next.getAndIncrement()));
                }
                return true;
            })) {
                assertThat(done.get()).isTrue();
            }
            assertThat(rows.countDocuments()).isEqualTo(401);
            assertThat(disk.forces.get()).isPositive().isLessThan(200);
        }
    }

    @Test
    void a_write_is_answered_after_its_force_and_others_go_on_meanwhile() throws Exception {
        try (var served = open()) {
            var rows = served.collection("rows");
            rows.insertOne(new Document("_id", 1));
            disk.held.lock();
            try {
                var insert = CompletableFuture.supplyAsync(() -> rows.insertOne(new Document("_id", 2)));
                assertThatThrownBy(() -> insert.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
                assertThat(rows.find(eq("_id", 1)).first()).isNotNull();
                assertThat(served.collection("others").countDocuments()).isZero();
                disk.held.unlock();
                assertThat(insert.get(10, TimeUnit.SECONDS).wasAcknowledged()).isTrue();
            } finally {
                if (disk.held.isHeldByCurrentThread()) {
                    disk.held.unlock();
                }
            }
        }
    }

    /// Its client builds on what it saw, which must not vanish in a crash.
    @Test
    void a_write_that_changes_nothing_waits_for_the_change_it_saw() throws Exception {
        try (var served = open()) {
            var rows = served.collection("rows");
            rows.insertOne(new Document("_id", 1));
            var updates = new ArrayList<CompletableFuture<?>>();
            disk.held.lock();
            try {
                updates.add(CompletableFuture.supplyAsync(() -> rows.updateOne(eq("_id", 1), Updates.set("n", 1))));
                while (rows.find(eq("n", 1)).first() == null) {
                    Thread.onSpinWait();
                }
                var repeat = CompletableFuture.supplyAsync(() -> rows.updateOne(eq("_id", 1), Updates.set("n", 1)));
                updates.add(repeat);
                assertThatThrownBy(() -> repeat.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            } finally {
                disk.held.unlock();
            }
            for (var update : updates) {
                update.get(10, TimeUnit.SECONDS);
            }
            disk.forces.set(0);
            rows.updateOne(eq("_id", 1), Updates.set("n", 1));
            rows.find().into(new ArrayList<>());
            assertThat(disk.forces.get()).isZero();
        }
    }

    @Test
    void an_insert_of_many_is_forced_once() {
        try (var served = open()) {
            var rows = served.collection("rows");
            rows.insertOne(new Document("_id", -1));
            disk.forces.set(0);
            rows.insertMany(IntStream.range(0, 100)
                    .mapToObj(i -> new Document("_id", i))
                    .toList());
            assertThat(disk.forces.get()).isEqualTo(1);
        }
    }

    @Test
    void after_a_failed_force_every_command_is_refused() {
        try (var served = open()) {
            var rows = served.collection("rows");
            rows.insertOne(new Document("_id", 1));
            disk.broken = true;
            assertThatThrownBy(() -> rows.insertOne(new Document("_id", 2))).hasMessageContaining("the disk is gone");
            disk.broken = false;
            assertThatThrownBy(() -> rows.insertOne(new Document("_id", 3)))
                    .hasMessageContaining("serves nothing until it is opened anew");
            assertThatThrownBy(() -> rows.find().first()).hasMessageContaining("serves nothing");
        }
        try (var served = open()) {
            assertThat(served.collection("rows").find(eq("_id", 1)).first()).isNotNull();
            assertThat(served.collection("rows").find(eq("_id", 3)).first()).isNull();
        }
    }

    @Test
    void of_eight_threads_that_race_for_a_unique_key_one_wins() throws Exception {
        try (var served = open()) {
            var rows = served.collection("rows");
            rows.createIndex(Indexes.ascending("stream", "sequence"), new IndexOptions().unique(true));
            for (int round = 0; round < 50; round++) {
                int sequence = round;
                var wins = new AtomicInteger();
                for (var done : inParallel(8, () -> {
                    try {
                        rows.insertOne(new Document("stream", "s").append("sequence", sequence));
                        return wins.incrementAndGet();
                    } catch (MongoWriteException e) {
                        return e.getCode();
                    }
                })) {
                    assertThat(done.get()).isIn(1, 11000);
                }
                assertThat(wins).hasValue(1);
            }
            assertThat(rows.countDocuments()).isEqualTo(50);
        }
    }
}
