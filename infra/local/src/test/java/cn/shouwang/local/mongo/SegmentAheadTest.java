package cn.shouwang.local.mongo;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SegmentAheadTest {

    private static final int SEGMENT = 8 << 20;
    private static final int LARGE = 1 << 20;

    @TempDir
    Path directory;

    private Served open() {
        return new Served(LocalMongo.open(directory, 0, SEGMENT, Disk.REAL));
    }

    private static void insert(Served served, int from, int to) {
        var text = "x".repeat(LARGE);
        IntStream.range(from, to)
                .forEach(id -> served.collection("rows").insertOne(new Document("_id", id).append("text", text)));
    }

    private Object key(String name) throws IOException {
        return Files.readAttributes(directory.resolve(name), BasicFileAttributes.class)
                .fileKey();
    }

    private boolean isThere(String name) {
        return Files.exists(directory.resolve(name));
    }

    @Test
    void the_next_segment_is_written_ahead_and_used() throws IOException, InterruptedException {
        try (var served = open();
                var watch = directory.getFileSystem().newWatchService()) {
            directory.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            insert(served, 0, 3);
            assertThat(isThere("log-00000002.seg.ahead")).isFalse();
            insert(served, 3, 5);
            while (!isThere("log-00000002.seg.ahead")) {
                var created = watch.poll(30, SECONDS);
                assertThat(created).as("a file is made").isNotNull();
                created.pollEvents();
                created.reset();
            }
            assertThat(Files.size(directory.resolve("log-00000002.seg.ahead"))).isEqualTo(SEGMENT);
            var ahead = key("log-00000002.seg.ahead");
            insert(served, 5, 10);
            assertThat(key("log-00000002.seg")).isEqualTo(ahead);
        }
        assertThat(isThere("log-00000002.seg.ahead")).isFalse();
        try (var served = open()) {
            assertThat(served.collection("rows").countDocuments()).isEqualTo(10);
        }
    }

    @Test
    void what_a_crash_left_of_it_is_deleted_at_the_next_start() throws IOException {
        for (String name : List.of("log-00000002.seg.draft", "log-00000007.seg.ahead")) {
            Files.write(directory.resolve(name), new byte[100]);
        }
        try (var served = open()) {
            insert(served, 0, 1);
            assertThat(isThere("log-00000002.seg.draft")).isFalse();
            assertThat(isThere("log-00000007.seg.ahead")).isFalse();
        }
    }
}
