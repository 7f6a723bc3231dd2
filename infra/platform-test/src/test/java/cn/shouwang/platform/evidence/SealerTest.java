package cn.shouwang.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.shouwang.evidence.EventProof;
import cn.shouwang.evidence.HashTree;
import cn.shouwang.evidence.KeyFile;
import cn.shouwang.evidence.NoteKey;
import cn.shouwang.evidence.NoteSigner;
import cn.shouwang.platform.evidence.Checkpoints.Stored;
import cn.shouwang.platform.store.Commit;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private Sealing log;

    @BeforeEach
    void open() {
        log = new Sealing(folder.resolve("key"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shouwang/440233/bells", "shouwang/440233/bells/sm3"})
    void what_is_signed_is_the_root_over_the_stored_documents(String origin) {
        try (var own = new Sealing(folder.resolve("own"), origin)) {
            own.commits(100);
            own.event("{\"text\":\"钟 \\\"🔔\\\" / \\u0001\"}\n\t\u0001");
            own.commits(99);
            var sealed = own.sealer().seal().orElseThrow();
            assertThat(sealed.size()).isEqualTo(598);
            assertThat(sealed.head().origin()).isEqualTo(origin);
            assertThat(sealed.head().root().toBytes()).isEqualTo(own.storedRoot());
            var key = new KeyFile(folder.resolve("own")).read().getFirst().as(origin);
            assertThat(key.key().signed(sealed.note())).isPresent();
            assertThat(own.last()).isEqualTo(sealed);
        }
    }

    @Test
    void an_empty_log_is_not_signed_and_its_key_is_there_all_the_same() {
        assertThat(log.sealer().seal()).isEmpty();
        assertThat(log.checkpoints()).isEmpty();
        assertThat(folder.resolve("key")).exists();
    }

    @Test
    void nothing_new_makes_no_new_checkpoint() {
        log.commits(1);
        var sealer = log.sealer();
        var sealed = sealer.seal();
        sealer.turn();
        assertThat(sealer.seal()).isEqualTo(sealed);
        assertThat(log.checkpoints()).hasSize(1);
    }

    @Test
    void every_checkpoint_has_grown_into_the_next() {
        var sealer = log.sealer();
        for (var turn = 0; turn < 40; turn++) {
            log.commits(1 + turn);
            assertThat(sealer.seal()).isPresent();
        }
        assertThat(log.checkpoints()).hasSize(40);
        assertThat(log.areGrown()).isTrue();
        assertThat(log.last().size()).isEqualTo(40 * 41 / 2 * 3);
        assertThat(log.last().head().root().toBytes()).isEqualTo(log.storedRoot());
    }

    @Test
    void a_restart_goes_on_and_seals_what_was_left() {
        log.commits(120);
        log.sealer().seal();
        log.commits(60);
        log.sealer().turn();
        assertThat(log.last().size()).isEqualTo(540);
        assertThat(log.last().head().root().toBytes()).isEqualTo(log.storedRoot());
        assertThat(log.areGrown()).isTrue();
    }

    @Test
    void a_crash_between_tiles_and_checkpoint_is_repeated() {
        log.commits(50);
        log.sealer().seal();
        log.commits(150);
        log.sealer().seal();
        var signed = log.last();
        log.database.getCollection("checkpoints").deleteOne(Filters.eq("_id", signed.size()));
        var again = log.sealer().seal().orElseThrow();
        assertThat(again.note()).isEqualTo(signed.note());
        log.commits(1);
        assertThat(log.sealer().seal().map(Stored::size)).contains(603L);
        assertThat(log.last().head().root().toBytes()).isEqualTo(log.storedRoot());
    }

    @Test
    void commits_that_are_handed_over_again_or_were_passed_over_are_sealed_once() {
        log.commits(200);
        try (var all = log.service.log().from(0)) {
            var commits = new ArrayList<Commit>();
            all.forEachRemaining(commits::add);
            var sealer = log.sealer();
            sealer.done(commits.subList(0, 100));
            sealer.done(commits.subList(20, 110));
            sealer.turn();
            sealer.done(commits.subList(150, 200));
            sealer.done(commits.subList(150, 200));
            sealer.turn();
        }
        assertThat(log.last().size()).isEqualTo(600);
        assertThat(log.last().head().root().toBytes()).isEqualTo(log.storedRoot());
    }

    @Test
    void its_reader_seals_what_is_stored_and_what_follows() throws Exception {
        log.commits(30);
        var sealer = log.sealer();
        try (var reader = log.service.readers().rawReader("sealer", sealer)) {
            reader.start();
            assertThat(reader.await(89, SOON)).isTrue();
            log.commits(1);
            assertThat(reader.await(92, SOON)).isTrue();
        }
        assertThat(log.service.readers().position("sealer")).isEqualTo(92);
        sealer.turn();
        assertThat(log.last().size()).isEqualTo(93);
        assertThat(log.areGrown()).isTrue();
    }

    @Test
    void two_processes_at_once_seal_one_tree() throws Exception {
        Callable<Integer> writing = () -> {
            log.commits(200);
            return 200;
        };
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = List.of(pool.submit(writing), pool.submit(writing));
            var sealers = IntStream.range(0, 3)
                    .mapToObj(_ -> pool.submit(() -> {
                        var sealer = log.sealer();
                        for (var turn = 0; turn < 40; turn++) {
                            sealer.seal();
                        }
                        return sealer.alarm().code();
                    }))
                    .toList();
            for (var sealer : sealers) {
                assertThat(sealer.get()).isEmpty();
            }
            for (var writer : writers) {
                writer.get();
            }
        }
        var last = log.sealer().seal().orElseThrow();
        assertThat(last.size()).isEqualTo(1200);
        assertThat(last.head().root().toBytes()).isEqualTo(log.storedRoot());
        assertThat(log.checkpoints()).hasSizeGreaterThan(3);
        assertThat(log.areGrown()).isTrue();
        assertThat(new Findings(log.database).first()).isEmpty();
    }

    @Test
    void a_commit_as_large_as_they_come_is_sealed_and_proven() {
        log.event("{\"text\":\"" + "长".repeat((4 << 20) - 20) + "\"}");
        var sealer = log.sealer();
        var sealed = sealer.seal().orElseThrow();
        assertThat(sealed.head().root().toBytes()).isEqualTo(log.storedRoot());
        var line = sealer.leaves().line(0);
        assertThat(line).isNotNull();
        var proof = EventProof.of(
                String.valueOf(line), 0, new HashTree(sealer.hashing(), sealer.tiles(), 1), sealed.note());
        var key = new KeyFile(folder.resolve("key"))
                .read()
                .getFirst()
                .as(Sealing.ORIGIN)
                .key();
        assertThat(EventProof.parse(proof.toString().getBytes(StandardCharsets.UTF_8))
                        .check(List.of(key))
                        .position())
                .isZero();
    }

    @Test
    void a_key_that_is_lost_is_not_replaced_and_one_that_is_back_signs_on() throws IOException {
        log.commits(1);
        log.sealer().seal();
        Files.move(folder.resolve("key"), folder.resolve("elsewhere"));
        log.commits(1);
        var sealer = log.sealer();
        assertThat(log.refusal(sealer)).isEqualTo("evidence.no-key");
        sealer.turn();
        assertThat(sealer.alarm().code()).contains("key-lost");
        assertThat(folder.resolve("key")).doesNotExist();
        assertThat(log.checkpoints()).hasSize(1);
        Files.move(folder.resolve("elsewhere"), folder.resolve("key"));
        sealer.turn();
        assertThat(sealer.alarm().code()).isEmpty();
        assertThat(log.last().size()).isEqualTo(6);
    }

    @Test
    void another_key_signs_nothing() throws IOException {
        log.commits(1);
        log.sealer().seal();
        log.commits(1);
        var stranger = folder.resolve("stranger");
        new KeyFile(stranger).begin(NoteSigner.fresh("shouwang/440233", NoteKey.Kind.LOG));
        var sealer = log.sealer(stranger, 1);
        assertThat(log.refusal(sealer)).isEqualTo("evidence.no-key");
        assertThat(sealer.alarm().code()).contains("key-foreign");
        Files.writeString(stranger, "PRIVATE+KEY+none\n");
        assertThat(log.refusal(sealer)).isEqualTo("evidence.no-key");
        assertThat(sealer.alarm().code()).contains("key-unreadable");
        assertThat(log.checkpoints()).hasSize(1);
    }

    @Test
    void a_key_follows_another_when_both_sign_for_a_while() throws IOException {
        log.commits(1);
        log.sealer().seal();
        var old = Files.readString(folder.resolve("key"));
        var next = NoteSigner.fresh("shouwang/440233", NoteKey.Kind.LOG);
        Files.writeString(folder.resolve("key"), next.secret() + "\n" + old);
        log.commits(1);
        assertThat(log.sealer().seal().orElseThrow().note().signatures()).hasSize(2);
        Files.writeString(folder.resolve("key"), next.secret() + "\n");
        log.commits(1);
        assertThat(log.sealer().seal().orElseThrow().note().signatures()).hasSize(1);
        assertThat(new KnownKeys(log.database).all())
                .extracting(KnownKeys.Known::from, KnownKeys.Known::to)
                .containsExactly(tuple(3L, 6L), tuple(6L, 9L));
    }

    @Test
    void processes_that_begin_at_once_make_one_key_that_nobody_else_can_read() throws Exception {
        var file = folder.resolve("new/key");
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> begin = () -> new SealKeys(file, Sealing.ORIGIN, () -> true)
                    .signers()
                    .getFirst()
                    .secret();
            var keys =
                    pool.invokeAll(IntStream.range(0, 20).mapToObj(_ -> begin).toList());
            var first = keys.getFirst().get();
            for (var key : keys) {
                assertThat(key.get()).isEqualTo(first);
            }
        }
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (var files = Files.list(folder.resolve("new"))) {
            assertThat(files).containsExactly(file);
        }
    }
}
