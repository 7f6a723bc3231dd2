package cn.shouwang.local.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CompactionTest {

    private static final int SEGMENT = 16 << 10;
    private static final int ROWS = 120;

    /// More dead bytes than any test makes: compaction runs only when a test says so.
    private static final long NEVER = Long.MAX_VALUE;

    @TempDir
    Path directory;

    @TempDir
    Path copies;

    private static LocalCollection rows(Store store) {
        return store.database("county").findOrCreate("rows");
    }

    private static Map<Object, Object> content(Store store) {
        var content = new TreeMap<>();
        rows(store)
                .find(new Document(), new Document("code", 1), 0, 0)
                .forEachRemaining(found -> content.put(
                        found.document().get("_id"), found.document().get("n")));
        assertThat(content).hasSize(rows(store).count());
        return content;
    }

    /// Rows with a history: each updated often, every third deleted, and a dropped collection.
    private static void fill(Store store) {
        rows(store)
                .documents()
                .addIndex(IndexDefinition.of(new Document("name", "code_1").append("key", new Document("code", 1))));
        for (int i = 0; i < ROWS; i++) {
            rows(store).addDocument(new Document("_id", i).append("code", "c" + i));
            store.database("county").findOrCreate("dropped").addDocument(new Document("_id", i));
        }
        for (int n = 0; n < 10; n++) {
            for (int i = 0; i < ROWS; i++) {
                set(store, i, n);
            }
        }
        for (int i = 0; i < ROWS; i += 3) {
            rows(store).deleteDocuments(new Document("_id", i), 1, NoopOplog.get());
        }
        store.database("county").dropCollection("dropped", NoopOplog.get());
        store.log().awaitForced();
    }

    private static void set(Store store, int id, int n) {
        rows(store)
                .findAndModify(new Document("query", new Document("_id", id))
                        .append("update", new Document("$set", new Document("n", n))));
    }

    private static Map<Object, Object> expected() {
        var expected = new TreeMap<>();
        for (int i = 0; i < ROWS; i++) {
            if (i % 3 != 0) {
                expected.put(i, 9);
            }
        }
        return expected;
    }

    @Test
    void compaction_keeps_what_lives_and_the_size_follows_it() {
        try (var store = Store.open(directory, SEGMENT, Disk.REAL);
                var compactor = new Compactor(store, NEVER)) {
            fill(store);
            long before = store.log().size();
            compactor.compact();
            assertThat(store.log().size())
                    .isLessThan(before / 5)
                    .isEqualTo(store.liveBytes().sum());
            assertThat(content(store)).isEqualTo(expected());
            compactor.compact();
            assertThat(content(store)).isEqualTo(expected());
        }
        try (var store = Store.open(directory, SEGMENT, Disk.REAL)) {
            assertThat(content(store)).isEqualTo(expected());
            assertThat(store.database("county").find("dropped")).isNull();
            assertThat(rows(store).documents().definitions()).hasSize(2);
        }
    }

    /// Keeps a copy of the folder from before and after every force and delete.
    private final class CopyingDisk implements Disk {

        private boolean copying;
        private int count;

        @Override
        public void force(FileChannel file) throws IOException {
            copy();
            Disk.super.force(file);
        }

        @Override
        public void delete(Path file) throws IOException {
            copy();
            Disk.super.delete(file);
            copy();
        }

        private void copy() throws IOException {
            if (copying) {
                Path to = Files.createDirectory(copies.resolve("crash-" + count++));
                try (var files = Files.list(directory)) {
                    for (Path file : files.toList()) {
                        Files.copy(file, to.resolve(file.getFileName()));
                    }
                }
            }
        }
    }

    @Test
    void a_crash_at_any_step_of_a_compaction_loses_and_revives_nothing() {
        var disk = new CopyingDisk();
        try (var store = Store.open(directory, SEGMENT, disk);
                var compactor = new Compactor(store, NEVER)) {
            fill(store);
            disk.copying = true;
            compactor.compact();
            disk.copying = false;
        }
        assertThat(disk.count).isGreaterThan(10);
        for (int i = 0; i < disk.count; i++) {
            try (var store = Store.open(copies.resolve("crash-" + i), SEGMENT, Disk.REAL)) {
                assertThat(content(store)).as("crash %d", i).isEqualTo(expected());
                assertThat(store.database("county").find("dropped")).isNull();
            }
        }
    }

    @Test
    void writers_and_an_open_scan_go_on_while_compaction_runs() throws Exception {
        try (var store = Store.open(directory, SEGMENT, Disk.REAL);
                var compactor = new Compactor(store, NEVER)) {
            fill(store);
            var scan = rows(store).find(new Document(), new Document("code", 1), 0, 0);
            List<Object> seen = new ArrayList<>();
            seen.add(scan.next().document().get("_id"));
            var writing = new AtomicBoolean(true);
            var writer = CompletableFuture.supplyAsync(() -> {
                int n = 100;
                while (writing.get()) {
                    n++;
                    for (int i = 1; i < ROWS; i += 3) {
                        set(store, i, n);
                    }
                }
                return n;
            });
            for (int i = 0; i < 5; i++) {
                compactor.compact();
            }
            scan.forEachRemaining(found -> seen.add(found.document().get("_id")));
            writing.set(false);
            int last = writer.get();
            assertThat(seen).hasSize(ROWS * 2 / 3).doesNotHaveDuplicates();
            for (int i = 1; i < ROWS; i += 3) {
                assertThat(content(store)).containsEntry(i, last).containsEntry(i + 1, 9);
            }
        }
    }

    @Test
    void a_log_that_is_mostly_dead_is_compacted_without_being_asked() {
        try (var store = Store.open(directory, SEGMENT, Disk.REAL);
                var compactor = new Compactor(store, SEGMENT)) {
            fill(store);
            long before = store.log().size();
            compactor.compactIfDue();
            assertThat(store.log().size()).isLessThan(before / 5);
            long after = store.log().size();
            compactor.compactIfDue();
            assertThat(store.log().size()).isEqualTo(after);
        }
    }
}
