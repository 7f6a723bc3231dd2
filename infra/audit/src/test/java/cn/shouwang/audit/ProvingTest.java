package cn.shouwang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.evidence.NoteKey;
import cn.shouwang.evidence.NoteSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvingTest {

    private static final String KEY = SealedDatabase.key("orchard").toString();

    @TempDir
    Path folder;

    private SealedDatabase databases;
    private final Terminal terminal = new Terminal();

    @BeforeEach
    void seal() {
        databases = new SealedDatabase(folder.resolve("mongo"));
        databases.fill("orchard", 20);
        databases.seal("orchard", Set.of(10L));
    }

    @AfterEach
    void close() {
        databases.close();
    }

    private int prove(String event, Path proof) {
        return terminal.run("prove", event, "--mongo", databases.uri(), "--key", KEY, "--out", proof.toString());
    }

    @Test
    void an_event_is_proven_by_its_position_or_its_id() {
        var proof = folder.resolve("one.tlog-proof");
        assertThat(prove("7", proof)).isZero();
        assertThat(terminal.run("check", proof.toString(), "--key", KEY)).isZero();
        assertThat(terminal.out()).contains("前 20 个事件中，位置 7", "orchard-7", "worker-1");
        assertThat(prove("orchard-7", folder.resolve("two.tlog-proof"))).isZero();
        assertThat(folder.resolve("two.tlog-proof")).hasSameBinaryContentAs(proof);
        assertThat(prove("7", proof)).isEqualTo(2); // nothing is overwritten
        assertThat(prove("orchard-99", folder.resolve("no"))).isEqualTo(3);
        databases.fill("orchard", 1);
        assertThat(prove("20", folder.resolve("no"))).isEqualTo(3); // not sealed yet
        assertThat(folder.resolve("no")).doesNotExist();
    }

    @Test
    void a_proof_that_does_not_hold_is_refused() throws IOException {
        var proof = folder.resolve("one.tlog-proof");
        assertThat(prove("7", proof)).isZero();
        assertThat(terminal.run("check", proof.toString())).isEqualTo(3);
        var stranger = NoteSigner.fresh(SealedDatabase.origin("orchard"), NoteKey.Kind.LOG);
        assertThat(terminal.run(
                        "check", proof.toString(), "--key", stranger.key().toString()))
                .isEqualTo(1);
        Files.writeString(proof, Files.readString(proof).replace("\nindex 7\n", "\nindex 8\n"));
        assertThat(terminal.run("check", proof.toString(), "--key", KEY)).isEqualTo(1);
        Files.writeString(proof, "nothing");
        assertThat(terminal.run("check", proof.toString(), "--key", KEY)).isEqualTo(1);
    }

    @Test
    void an_event_that_was_changed_is_not_proven() {
        databases
                .database("orchard")
                .getCollection("log")
                .updateOne(
                        com.mongodb.client.model.Filters.eq("_id", 7L),
                        com.mongodb.client.model.Updates.set("events.0.name", "tree.felled"));
        assertThat(prove("7", folder.resolve("no"))).isEqualTo(1);
        assertThat(folder.resolve("no")).doesNotExist();
    }

    @Test
    void a_second_party_signs_what_only_grew_and_remembers_it() throws IOException {
        var key = folder.resolve("witness.key");
        var state = folder.resolve("state");
        assertThat(terminal.run("cosign", "init", "--name", "prefecture/audit", "--key", key.toString()))
                .isZero();
        var witness = terminal.out().lines().toList().getLast();
        assertThat(Files.getPosixFilePermissions(key)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(terminal.run("cosign", "init", "--name", "prefecture/audit", "--key", key.toString()))
                .isEqualTo(2);
        var growth = growth("0");
        assertThat(sign(growth, key, state)).isEqualTo(2); // whose log it is is not known yet
        assertThat(sign(growth, key, state, "--log", KEY)).isZero();
        var note = Files.writeString(folder.resolve("cosigned.txt"), terminal.out());
        assertThat(state.resolve("shouwang_440233_orchard.checkpoint")).hasContent(Files.readString(note));
        assertThat(terminal.run(
                        "verify",
                        "--mongo",
                        databases.uri(),
                        "--key",
                        KEY,
                        "--held",
                        note.toString(),
                        "--witness",
                        witness))
                .isZero();
        assertThat(terminal.out()).contains("联署 cosigned: prefecture/audit, 20");
        databases.fill("orchard", 5);
        databases.seal("orchard", Set.of());
        assertThat(sign(growth("0"), key, state)).isEqualTo(1);
        assertThat(terminal.aside()).contains("growth --old 20");
        assertThat(sign(growth("20"), key, state)).isZero();
        assertThat(sign(growth, key, state)).isEqualTo(1);
        assertThat(terminal.aside()).contains("回退");
    }

    @Test
    void a_second_party_refuses_a_rewritten_history_from_an_export_too() {
        var key = folder.resolve("witness.key");
        var state = folder.resolve("state");
        assertThat(terminal.run("cosign", "init", "--name", "prefecture", "--key", key.toString()))
                .isZero();
        assertThat(sign(export("first"), key, state, "--log", KEY)).isZero();
        databases
                .database("orchard")
                .getCollection("log")
                .updateOne(
                        com.mongodb.client.model.Filters.eq("_id", 7L),
                        com.mongodb.client.model.Updates.set("events.0.meta", "{}"));
        databases.fill("orchard", 5);
        databases.database("orchard").getCollection("checkpoints").drop();
        databases.seal("orchard", Set.of());
        assertThat(sign(export("second"), key, state)).isEqualTo(1);
        assertThat(terminal.aside()).contains("历史被改写");
        var stranger = NoteSigner.fresh(SealedDatabase.origin("orchard"), NoteKey.Kind.LOG);
        assertThat(sign(export("third"), key, state, "--log", stranger.key().toString()))
                .isEqualTo(2);
    }

    private Path growth(String old) {
        var file = folder.resolve("growth-" + old + "-" + System.nanoTime());
        assertThat(terminal.run("growth", "--mongo", databases.uri(), "--old", old, "--out", file.toString()))
                .isZero();
        return file;
    }

    private Path export(String name) {
        var target = folder.resolve(name);
        assertThat(terminal.run("export", "--mongo", databases.uri(), "--key", KEY, "--to", target.toString()))
                .isZero();
        return target;
    }

    private int sign(Path what, Path key, Path state, String... more) {
        var words = new java.util.ArrayList<>(java.util.List.of(
                "cosign", "sign", what.toString(), "--key", key.toString(), "--state", state.toString()));
        words.addAll(java.util.List.of(more));
        return terminal.run(words.toArray(String[]::new));
    }
}
