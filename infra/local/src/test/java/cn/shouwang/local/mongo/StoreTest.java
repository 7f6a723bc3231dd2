package cn.shouwang.local.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StoreTest {

    private static final int SEGMENT = 4096;

    @TempDir
    Path directory;

    @TempDir
    Path copy;

    private static Store open(Path directory) {
        return Store.open(directory, SEGMENT, Disk.REAL);
    }

    private static void insert(Store store, int id) {
        store.database("county").findOrCreate("rows").addDocument(new Document("_id", id).append("text", "row " + id));
        store.log().awaitForced();
    }

    private static List<Object> ids(Store store) {
        var ids = new ArrayList<>();
        store.database("county")
                .findOrCreate("rows")
                .find(new Document(), new Document(), 0, 0)
                .forEachRemaining(found -> ids.add(found.document().get("_id")));
        return ids;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.list(to)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void a_tail_torn_at_any_byte_of_the_last_record_is_cut_off() throws IOException {
        int start;
        int end;
        try (var store = open(directory)) {
            insert(store, 1);
            insert(store, 2);
            start = Location.offset(store.log().forced());
            insert(store, 3);
            end = Location.offset(store.log().forced());
            copy(directory, copy);
        }
        Path crashed = copy.resolve(Segment.fileName(1));
        byte[] whole = Files.readAllBytes(crashed);
        assertThat(whole).hasSize(SEGMENT);
        for (int cut = start; cut < end; cut++) {
            byte[] zeroed = whole.clone();
            Arrays.fill(zeroed, cut, SEGMENT, (byte) 0);
            boolean complete = Arrays.equals(zeroed, 0, end, whole, 0, end); // BSON itself ends with zeros
            Files.write(crashed, zeroed);
            reopenAndInsert(cut, complete ? List.of(1, 2, 3) : List.of(1, 2));
            Files.write(crashed, Arrays.copyOf(whole, cut));
            reopenAndInsert(cut, complete ? List.of(1, 2, 3) : List.of(1, 2));
        }
    }

    private void reopenAndInsert(int cut, List<Object> expected) {
        try (var store = open(copy)) {
            assertThat(ids(store)).as("cut at %d", cut).isEqualTo(expected);
            insert(store, 4);
        }
        try (var store = open(copy)) {
            assertThat(ids(store))
                    .as("cut at %d, written on", cut)
                    .hasSize(expected.size() + 1)
                    .contains(4);
        }
    }

    @Test
    void a_flipped_bit_in_an_acknowledged_record_refuses_to_start_and_names_the_place() throws IOException {
        long damaged;
        try (var store = open(directory)) {
            insert(store, 1);
            damaged = store.log().forced();
            insert(store, 2);
            insert(store, 3);
        }
        flip(directory.resolve(Segment.fileName(1)), Location.offset(damaged) + LogRecord.HEADER + 7);
        byte[] before = Files.readAllBytes(directory.resolve(Segment.fileName(1)));
        assertThatThrownBy(() -> open(directory))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining(Segment.fileName(1))
                .hasMessageContaining("offset " + Location.offset(damaged));
        assertThat(Files.readAllBytes(directory.resolve(Segment.fileName(1)))).startsWith(before);
    }

    @Test
    void a_flipped_bit_in_the_very_last_record_is_found_after_a_clean_close() throws IOException {
        long last;
        try (var store = open(directory)) {
            insert(store, 1);
            last = store.log().forced();
            insert(store, 2);
        }
        flip(directory.resolve(Segment.fileName(1)), Location.offset(last) + LogRecord.HEADER + 7);
        assertThatThrownBy(() -> open(directory))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("offset " + Location.offset(last));
    }

    @Test
    void damage_at_the_end_of_a_segment_that_is_not_the_last_refuses_to_start() throws IOException {
        try (var store = open(directory)) {
            for (int i = 0; i < 200; i++) {
                insert(store, i);
            }
            assertThat(store.log().newest()).isGreaterThan(2);
        }
        Path first = directory.resolve(Segment.fileName(1));
        flip(first, (int) Files.size(first) - 3);
        assertThatThrownBy(() -> open(directory))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining(Segment.fileName(1));
    }

    @Test
    void a_missing_segment_refuses_to_start() throws IOException {
        try (var store = open(directory)) {
            for (int i = 0; i < 200; i++) {
                insert(store, i);
            }
        }
        Files.delete(directory.resolve(Segment.fileName(2)));
        assertThatThrownBy(() -> open(directory))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining(Segment.fileName(2) + " is missing");
    }

    @Test
    void a_folder_in_use_is_refused() {
        var store = open(directory);
        assertThatThrownBy(() -> open(directory))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("in use by another process");
        insert(store, 1);
        store.close();
        try (var again = open(directory)) {
            assertThat(ids(again)).containsExactly(1);
        }
    }

    @Test
    void a_failed_force_poisons_the_store() {
        var disk = new Disk() {
            private boolean broken;

            @Override
            public void force(FileChannel file) throws IOException {
                if (broken) {
                    throw new IOException("no space");
                }
                Disk.super.force(file);
            }
        };
        var store = Store.open(directory, SEGMENT, disk);
        insert(store, 1);
        disk.broken = true;
        assertThatThrownBy(() -> insert(store, 2)).isInstanceOf(StoreFailure.class);
        disk.broken = false;
        assertThatThrownBy(() -> insert(store, 3))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("has failed and serves nothing")
                .hasMessageContaining("no space");
        store.close();
        try (var again = open(directory)) {
            assertThat(ids(again)).contains(1).doesNotContain(3);
        }
    }

    @Test
    void a_failed_write_poisons_the_store_and_leaves_a_tail_that_is_cut_off() {
        var disk = new Disk() {
            private boolean broken;

            @Override
            public void write(FileChannel file, ByteBuffer bytes, long offset) throws IOException {
                if (broken) {
                    Disk.super.write(file, bytes.slice(0, bytes.remaining() / 2), offset);
                    throw new IOException("no space");
                }
                Disk.super.write(file, bytes, offset);
            }
        };
        var store = Store.open(directory, SEGMENT, disk);
        insert(store, 1);
        disk.broken = true;
        assertThatThrownBy(() -> insert(store, 2)).isInstanceOf(StoreFailure.class);
        disk.broken = false;
        assertThatThrownBy(() -> insert(store, 3)).isInstanceOf(StoreFailure.class);
        store.close();
        try (var again = open(directory)) {
            assertThat(ids(again)).containsExactly(1);
        }
    }

    private static void flip(Path file, int offset) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(offset);
            int former = bytes.read();
            bytes.seek(offset);
            bytes.write(former ^ 1);
        }
    }
}
