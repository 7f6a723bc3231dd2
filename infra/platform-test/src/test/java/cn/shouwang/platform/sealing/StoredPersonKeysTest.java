package cn.shouwang.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.platform.test.Servers;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StoredPersonKeysTest {

    private final MongoDatabase database = Servers.freshDatabase();

    @TempDir
    private Path folder;

    private Path file;
    private StoredPersonKeys keys;

    @BeforeEach
    void open() {
        file = folder.resolve("keys.json");
        keys = process();
    }

    /// One process of the service: its memory, the shared database, the shared file.
    private StoredPersonKeys process() {
        var wrapping = new WrappingKeys(file, () -> StoredPersonKeys.isFresh(database));
        return new StoredPersonKeys(database, wrapping, Suite.AES, Clock.systemUTC());
    }

    private static Seals seals(PersonKeys keys) {
        return new Seals(keys, Suite.AES);
    }

    @Test
    void a_sealed_value_opens_after_a_restart() {
        var sealed = seals(keys).seal("lin", "place", "林守一");

        assertThat(seals(process()).open("lin", "place", sealed)).contains("林守一");
    }

    @Test
    void the_stored_key_is_wrapped() {
        seals(keys).prepare(List.of("lin"));
        var secret = keys.find("lin").orElseThrow().secret().bytes();

        var stored = stored("lin").get("wrapped", org.bson.types.Binary.class).getData();
        assertThat(java.util.Collections.indexOfSubList(boxed(stored), boxed(secret)))
                .isNegative();
    }

    @Test
    void what_was_sealed_under_a_destroyed_key_opens_nowhere_and_nothing_new_is_sealed() {
        var sealed = seals(keys).seal("lin", "place", "林守一");
        var other = seals(keys).seal("chen", "place", "陈守二");

        keys.destroy(List.of("lin"));

        for (var process : List.of(keys, process())) {
            assertThat(seals(process).open("lin", "place", sealed)).isEmpty();
            assertThat(seals(process).open("chen", "place", other)).contains("陈守二");
            assertThatThrownBy(() -> seals(process).seal("lin", "place", "林守一")).isInstanceOf(Forgotten.class);
            assertThatThrownBy(() -> process.make(List.of("lin", "new"))).isInstanceOf(Forgotten.class);
        }
        assertThat(stored("lin").keySet()).containsExactlyInAnyOrder("_id", "destroyedAt");
    }

    @Test
    void keys_fetched_at_once_are_at_hand_and_what_was_destroyed_stays_so() {
        seals(keys).seal("lin", "place", "林守一");
        var other = seals(keys).seal("chen", "place", "陈守二");
        keys.destroy(List.of("lin"));

        var process = process();
        process.fetch(List.of("lin", "chen", "nobody"));
        database.getCollection("person_keys").deleteMany(new Document());

        assertThat(seals(process).open("chen", "place", other)).contains("陈守二");
        assertThatThrownBy(() -> process.make(List.of("lin"))).isInstanceOf(Forgotten.class);
    }

    @Test
    void a_key_may_be_destroyed_before_it_was_made_and_twice() {
        keys.destroy(List.of("nobody"));
        keys.destroy(List.of("nobody"));

        assertThatThrownBy(() -> seals(keys).seal("nobody", "place", "text")).isInstanceOf(Forgotten.class);
    }

    @Test
    void a_backup_of_the_database_from_before_opens_nothing_that_was_destroyed_since() {
        var sealed = seals(keys).seal("lin", "place", "林守一");
        var backup = stored("lin");

        keys.destroy(List.of("lin"));
        database.getCollection("person_keys").replaceOne(new Document("_id", "lin"), backup);

        assertThatThrownBy(() -> seals(process()).open("lin", "place", sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 1");
    }

    @Test
    void rotation_wraps_every_key_anew_and_forgets_the_old_wrapping_key() throws IOException {
        var all = seals(keys);
        var sealed = IntStream.range(0, 2500)
                .mapToObj(n -> all.seal("person-" + n, "place", "text " + n))
                .toList();
        var before = Files.readString(file);

        assertThat(keys.rotate()).isEqualTo(2500);

        assertThat(Files.readString(file))
                .isNotEqualTo(before)
                .contains("\"current\":2")
                .doesNotContain("\"1\":");
        var restarted = seals(process());
        for (var n = 0; n < sealed.size(); n++) {
            assertThat(restarted.open("person-" + n, "place", sealed.get(n))).contains("text " + n);
        }
    }

    @Test
    void a_rotation_cut_off_half_way_is_finished_by_the_next() {
        var sealed = seals(keys).seal("lin", "place", "林守一");
        new WrappingKeys(file, () -> false).rotate(); // and then the process died
        var between = seals(process()).seal("chen", "place", "陈守二");

        var restarted = process();
        restarted.rotate();

        assertThat(seals(restarted).open("lin", "place", sealed)).contains("林守一");
        assertThat(seals(restarted).open("chen", "place", between)).contains("陈守二");
    }

    @Test
    void keys_made_while_another_process_rotates_open_afterwards() throws Exception {
        var threads = 4;
        var start = new CyclicBarrier(threads + 1);
        List<Future<List<byte[]>>> written = new ArrayList<>();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var thread = 0; thread < threads; thread++) {
                var name = "w" + thread + "-";
                var process = seals(process());
                written.add(workers.submit(() -> {
                    start.await();
                    return IntStream.range(0, 200)
                            .mapToObj(n -> process.seal(name + n, "place", name + n))
                            .toList();
                }));
            }
            start.await();
            for (var turn = 0; turn < 40; turn++) {
                keys.rotate();
            }
        }
        var restarted = seals(process());
        for (var thread = 0; thread < threads; thread++) {
            for (var n = 0; n < 200; n++) {
                var name = "w" + thread + "-" + n;
                assertThat(restarted.open(
                                name, "place", written.get(thread).get().get(n)))
                        .contains(name);
            }
        }
    }

    @Test
    void a_rotation_leaves_alone_what_somebody_is_just_making() throws Exception {
        seals(keys).seal("lin", "place", "林守一");
        var made = stored("lin");
        keys.rotate();
        var collection = database.getCollection("person_keys");
        collection.replaceOne(new Document("_id", "lin"), made); // inserted late, under a version now gone

        keys.rotate();

        assertThat(stored("lin")).isEqualTo(made);
    }

    @Test
    void two_processes_that_rotate_at_once_lose_no_key() throws Exception {
        var all = seals(keys);
        var sealed = IntStream.range(0, 300)
                .mapToObj(n -> all.seal("person-" + n, "place", "text " + n))
                .toList();
        var start = new CyclicBarrier(3);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var rotations = IntStream.range(0, 3)
                    .mapToObj(_ -> workers.submit(() -> {
                        var process = process();
                        start.await();
                        for (var turn = 0; turn < 10; turn++) {
                            process.rotate();
                        }
                        return turns();
                    }))
                    .toList();
            for (var rotation : rotations) {
                assertThat(rotation.get()).isPositive();
            }
        }
        assertThat(turns()).isEqualTo(31);
        var restarted = seals(process());
        for (var n = 0; n < sealed.size(); n++) {
            assertThat(restarted.open("person-" + n, "place", sealed.get(n))).contains("text " + n);
        }
    }

    private long turns() {
        return new WrappingKeys(file, () -> false).current().version();
    }

    @Test
    void two_processes_that_seal_for_one_subject_at_once_use_one_key() throws Exception {
        for (var turn = 0; turn < 50; turn++) {
            var subject = "subject-" + turn;
            var start = new CyclicBarrier(2);
            try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
                var first = workers.submit(() -> sealAt(start, process(), subject));
                var second = workers.submit(() -> sealAt(start, process(), subject));
                assertThat(first.get()).isEqualTo(second.get());
            }
        }
    }

    private static byte[] sealAt(CyclicBarrier start, PersonKeys process, String subject) throws Exception {
        start.await();
        return seals(process).seal(subject, "place", "text");
    }

    @Test
    void the_file_is_for_its_owner_only_and_never_made_anew_over_sealed_data() throws IOException {
        seals(keys).prepare(List.of("lin"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        Files.move(file, folder.resolve("lost"), StandardCopyOption.ATOMIC_MOVE);

        assertThatThrownBy(() -> process().find("lin"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("restore that file");
        assertThat(file).doesNotExist();
    }

    @Test
    void the_search_index_finds_equal_texts_and_says_nothing_without_its_key() {
        var index = new BlindIndex(new WrappingKeys(file, () -> true), Suite.AES);
        var same = new BlindIndex(new WrappingKeys(file, () -> true), Suite.AES);
        var stranger = new BlindIndex(new WrappingKeys(folder.resolve("other.json"), () -> true), Suite.AES);

        assertThat(index.of("document", "1"))
                .isEqualTo(same.of("document", "1"))
                .hasSize(32);
        assertThat(index.of("document", "1")).isNotEqualTo(index.of("phone", "1"));
        assertThat(index.of("document", "1")).isNotEqualTo(index.of("document", "2"));
        assertThat(index.of("document", "1")).isNotEqualTo(stranger.of("document", "1"));
    }

    @Test
    void the_search_index_survives_rotation() {
        var index = new BlindIndex(new WrappingKeys(file, () -> true), Suite.SM);
        var before = index.of("document", "1");

        keys.rotate();

        assertThat(index.of("document", "1")).isEqualTo(before);
    }

    private Document stored(String subject) {
        var found = database.getCollection("person_keys")
                .find(new Document("_id", subject))
                .first();
        assertThat(found).isNotNull();
        return found;
    }

    private static List<Byte> boxed(byte[] bytes) {
        var list = new ArrayList<Byte>();
        for (var one : bytes) {
            list.add(one);
        }
        return list;
    }
}
