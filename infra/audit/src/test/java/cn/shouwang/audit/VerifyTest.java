package cn.shouwang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyTest {

    private static final int SIZE = 300;
    private static final String KEY = SealedDatabase.key("orchard").toString();

    @TempDir
    Path folder;

    private SealedDatabase databases;
    private Path export;
    private final Terminal terminal = new Terminal();

    @BeforeEach
    void seal() {
        databases = new SealedDatabase(folder.resolve("data/mongo"));
        databases.fill("orchard", SIZE);
        databases.seal("orchard", Set.of(100L, 200L));
        export = folder.resolve("export");
    }

    @AfterEach
    void close() {
        databases.close();
    }

    private int verify(String... more) {
        var words = new ArrayList<>(List.of("verify", "--mongo", databases.uri(), "--key", KEY));
        words.addAll(List.of(more));
        return terminal.run(words.toArray(String[]::new));
    }

    private void export() {
        assertThat(terminal.run(
                        "export",
                        "--mongo",
                        databases.uri(),
                        "--service",
                        "orchard",
                        "--key",
                        KEY,
                        "--to",
                        export.toString()))
                .isZero();
    }

    private int verifyExport(String... more) {
        var words = new ArrayList<>(List.of("verify", export.toString(), "--key", KEY));
        words.addAll(List.of(more));
        return terminal.run(words.toArray(String[]::new));
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(export.resolve("events.jsonl")));
    }

    private void write(List<String> lines) throws IOException {
        Files.writeString(
                export.resolve("events.jsonl"),
                lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
    }

    @Test
    void a_database_nobody_touched_is_good() {
        assertThat(verify()).isZero();
        assertThat(terminal.out()).contains("完好 good", "300 个事件 events，3 个检查点 checkpoints");
        assertThat(verify("--json")).isZero();
        assertThat(terminal.out()).contains("\"outcome\" : \"GOOD\"", "\"head\" : 300");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 150, 299})
    void a_changed_document_is_named(long position) {
        databases
                .database("orchard")
                .getCollection("log")
                .updateOne(Filters.eq("_id", position), Updates.set("events.0.meta", "{}"));
        assertThat(verify()).isEqualTo(1);
        assertThat(terminal.out()).contains("位置 " + position + "：事件被改动", "position " + position + ": event changed");
        assertThat(verify("--json")).isEqualTo(1);
        assertThat(terminal.out()).contains("\"kind\" : \"CHANGED\"", "\"from\" : " + position);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 150, 298})
    void a_missing_document_is_named(long position) {
        databases.database("orchard").getCollection("log").deleteOne(Filters.eq("_id", position));
        assertThat(verify()).isEqualTo(1);
        assertThat(terminal.out()).contains("位置 " + position + "：事件缺失");
    }

    @Test
    void a_field_no_hash_covers_is_refused() {
        var log = databases.database("orchard").getCollection("log");
        log.updateOne(Filters.eq("_id", 42L), Updates.set("approved", true));
        assertThat(verify()).isEqualTo(1);
        assertThat(terminal.out()).contains("位置 42：有未知字段", "field approved");
        log.updateOne(Filters.eq("_id", 42L), Updates.unset("approved"));
        log.updateOne(Filters.eq("_id", 7L), Updates.set("events.0.approver", "x"));
        assertThat(verify()).isEqualTo(1);
        assertThat(terminal.out()).contains("位置 7：有未知字段", "field approver");
    }

    @Test
    void a_document_of_another_shape_is_named() {
        var log = databases.database("orchard").getCollection("log");
        log.updateOne(Filters.eq("_id", 42L), Updates.set("events.0.payload", 1));
        assertThat(verify()).isEqualTo(1);
        assertThat(terminal.out()).contains("位置 42：事件被改动");
        log.updateOne(Filters.eq("_id", 42L), Updates.set("events", List.of()));
        assertThat(verify()).isEqualTo(1);
        assertThat(terminal.out()).contains("位置 42：事件被改动");
        log.insertOne(new Document("_id", "x"));
        assertThat(verify()).isEqualTo(1);
        assertThat(terminal.out()).contains("位置 300：无法读取");
    }

    @Test
    void what_is_not_sealed_yet_is_told_and_is_no_damage() {
        databases.fill("orchard", 3);
        assertThat(verify()).isZero();
        assertThat(terminal.out()).contains("最后 3 个事件尚未封存");
    }

    @Test
    void a_log_without_events_or_checkpoints_is_told_apart() {
        databases.database("empty").createCollection("log");
        assertThat(verify("--service", "empty")).isEqualTo(3); // the key is not one of that log
        assertThat(terminal.run("verify", "--mongo", databases.uri(), "--service", "empty"))
                .isEqualTo(3);
        databases.fill("young", 2);
        assertThat(terminal.run(
                        "verify",
                        "--mongo",
                        databases.uri(),
                        "--service",
                        "young",
                        "--key",
                        SealedDatabase.key("young").toString()))
                .isEqualTo(3);
        assertThat(terminal.out()).contains("没有任何检查点");
    }

    @Test
    void nothing_is_judged_without_a_key() {
        assertThat(terminal.run("verify", "--mongo", databases.uri())).isEqualTo(3);
        assertThat(terminal.out()).contains("没有受信任的公钥", "没有给出公钥");
    }

    @Test
    void the_key_of_another_installation_does_not_count() {
        var other = cn.shouwang.evidence.NoteSigner.fresh(
                SealedDatabase.origin("orchard"), cn.shouwang.evidence.NoteKey.Kind.LOG);
        assertThat(terminal.run(
                        "verify",
                        "--mongo",
                        databases.uri(),
                        "--key",
                        other.key().toString()))
                .isEqualTo(1);
        assertThat(terminal.out()).contains("检查点由未知密钥签名");
    }

    @Test
    void a_command_line_that_is_not_understood_is_misuse() {
        assertThat(terminal.run()).isEqualTo(2);
        assertThat(terminal.run("verfy")).isEqualTo(2);
        assertThat(verify("--kye", "x")).isEqualTo(2);
        assertThat(verify("--service", "pears")).isEqualTo(2);
        assertThat(verify("--held", folder.resolve("no").toString())).isEqualTo(2);
        assertThat(terminal.run("verify", folder.toString(), "--key", KEY)).isEqualTo(2);
        assertThat(terminal.run("verify", "--mongo", "nonsense")).isEqualTo(2);
        assertThat(terminal.run("verify", "--mongo", databases.uri(), "--key", SealedDatabase.SIGNER.secret()))
                .isEqualTo(2);
        assertThat(terminal.aside()).doesNotContain(SealedDatabase.SIGNER.secret());
        assertThat(terminal.run("verify", "--mongo", databases.uri(), "--data", folder.toString()))
                .isEqualTo(2);
    }

    @Test
    void a_stopped_installation_is_verified_on_a_copy() throws IOException {
        assertThat(terminal.run("verify", "--data", folder.resolve("data").toString(), "--key", KEY))
                .isEqualTo(2); // it is in use
        assertThat(terminal.aside()).contains("数据正在使用");
        databases.close();
        var before = content(folder.resolve("data"));
        assertThat(terminal.run("verify", "--data", folder.resolve("data").toString(), "--key", KEY))
                .isZero();
        assertThat(content(folder.resolve("data"))).isEqualTo(before);
        Files.createDirectories(folder.resolve("data/secrets"));
        Files.writeString(folder.resolve("data/secrets/evidence-key"), SealedDatabase.SIGNER.secret() + "\n");
        assertThat(terminal.run("verify", "--data", folder.resolve("data").toString()))
                .isZero();
        assertThat(terminal.out()).contains("公钥取自本机");
        databases = new SealedDatabase(folder.resolve("other/mongo"));
    }

    private static String content(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .map(file -> folder.relativize(file) + " "
                            + new String(ExportFolder.bytes(file), StandardCharsets.ISO_8859_1))
                    .collect(Collectors.joining("\n"));
        }
    }

    @Test
    void an_export_is_verified_without_the_database_and_has_the_same_bytes_again() throws IOException {
        export();
        var first = content(export);
        assertThat(verifyExport()).isZero();
        assertThat(terminal.run("verify", export.toString())).isEqualTo(3);
        assertThat(terminal.run("export", "--mongo", databases.uri(), "--key", KEY, "--to", export.toString()))
                .isEqualTo(2);
        databases.fill("orchard", 5); // not sealed: not exported
        export = folder.resolve("again");
        export();
        assertThat(content(export)).isEqualTo(first);
        assertThat(Files.exists(folder.resolve("again/tile/0/000"))).isTrue();
        assertThat(Files.exists(folder.resolve("again/tile/0/001.p/44"))).isTrue();
        assertThat(first).contains("shouwang/440233/orchard", "300");
    }

    @Test
    void several_logs_are_exported_side_by_side() {
        databases.fill("meadow", 10);
        databases.seal("meadow", Set.of());
        assertThat(terminal.run(
                        "export",
                        "--mongo",
                        databases.uri(),
                        "--key",
                        KEY,
                        "--key",
                        SealedDatabase.key("meadow").toString(),
                        "--to",
                        export.toString()))
                .isZero();
        assertThat(terminal.run(
                        "verify",
                        export.toString(),
                        "--key",
                        export.resolve("orchard/keys.txt").toString(),
                        "--key",
                        export.resolve("meadow/keys.txt").toString()))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 150, 299})
    void a_line_changed_removed_doubled_or_moved_is_named(int place) throws IOException {
        export();
        var whole = lines();
        var lines = lines();
        lines.set(place, lines.get(place).replace("worker", "Worker"));
        write(lines);
        assertThat(verifyExport()).isEqualTo(1);
        assertThat(terminal.out()).contains("位置 " + place + "：事件被改动");
        lines = new ArrayList<>(whole);
        lines.remove(place);
        write(lines);
        assertThat(verifyExport()).isEqualTo(1);
        assertThat(terminal.out()).contains("位置 " + place + "：" + (place == 299 ? "日志被截断" : "事件缺失"));
        lines = new ArrayList<>(whole);
        lines.add(place + 1, lines.get(place));
        write(lines);
        assertThat(verifyExport()).isEqualTo(1);
        assertThat(terminal.out()).contains("位置 " + place + "：事件被插入");
        lines = new ArrayList<>(whole);
        Collections.swap(lines, place, (place + 7) % 300);
        write(lines);
        assertThat(verifyExport()).isEqualTo(1);
        assertThat(terminal.out()).contains("位置 " + Math.min(place, (place + 7) % 300), "事件被调换");
    }

    @Test
    void a_file_converted_by_a_text_tool_is_told_as_that() throws IOException {
        export();
        write(lines().stream().map(line -> line + "\r").toList());
        assertThat(verifyExport()).isEqualTo(1);
        assertThat(terminal.out()).contains("CRLF").doesNotContain("改动", "缺失");
    }

    @Test
    void a_file_that_was_cut_off_is_named() throws IOException {
        export();
        var bytes = Files.readAllBytes(export.resolve("events.jsonl"));
        Files.write(export.resolve("events.jsonl"), java.util.Arrays.copyOf(bytes, bytes.length - 20));
        assertThat(verifyExport()).isEqualTo(1);
        assertThat(terminal.out()).contains("位置 299：事件被改动", "文件在一行中间结束");
        Files.write(export.resolve("events.jsonl"), java.util.Arrays.copyOf(bytes, bytes.length - 1));
        assertThat(verifyExport()).isEqualTo(1);
        assertThat(terminal.out()).contains("最后一行没有换行符");
    }

    @Test
    void a_line_longer_than_any_event_is_passed_over() throws IOException {
        export();
        var lines = lines();
        lines.set(10, "x".repeat(49 << 20));
        write(lines);
        assertThat(verifyExport()).isEqualTo(1);
        assertThat(terminal.out()).contains("位置 10：事件被改动", "比任何事件都长");
    }

    @Test
    void missing_tiles_and_checkpoints_of_another_log_are_named() throws IOException {
        export();
        Files.delete(export.resolve("tile/0/000"));
        assertThat(verifyExport()).isEqualTo(1);
        assertThat(terminal.out()).contains("tile/0/0", "哈希瓦片缺失");
        databases.fill("meadow", 300);
        databases.seal("meadow", Set.of(100L, 200L));
        var meadow = folder.resolve("meadow");
        assertThat(terminal.run(
                        "export",
                        "--mongo",
                        databases.uri(),
                        "--service",
                        "meadow",
                        "--key",
                        SealedDatabase.key("meadow").toString(),
                        "--to",
                        meadow.toString()))
                .isZero();
        Files.copy(
                meadow.resolve("checkpoints/200.txt"),
                export.resolve("checkpoints/200.txt"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(verifyExport()).isEqualTo(1);
        assertThat(terminal.out()).contains("检查点属于另一本日志", "shouwang/440233/meadow");
    }

    @Test
    void what_the_auditor_holds_counts() throws IOException {
        export();
        var kept = export;
        databases.database("orchard").getCollection("log").deleteMany(Filters.gte("_id", 250L));
        databases.database("orchard").getCollection("checkpoints").deleteMany(new Document());
        databases.seal("orchard", Set.of(100L, 200L));
        assertThat(verify()).isZero(); // nobody can tell from inside
        assertThat(verify("--held", kept.resolve("checkpoints/300.txt").toString()))
                .isEqualTo(1);
        assertThat(terminal.out()).contains("日志被回退");
        assertThat(verify("--held", kept.toString())).isEqualTo(1);
        assertThat(terminal.out()).contains("位置 250 至 299：日志被回退");
        databases.fill("meadow", 3);
        databases.seal("meadow", Set.of());
        assertThat(terminal.run(
                        "verify",
                        "--mongo",
                        databases.uri(),
                        "--service",
                        "meadow",
                        "--key",
                        SealedDatabase.key("meadow").toString(),
                        "--held",
                        kept.toString()))
                .isEqualTo(3);
        Files.writeString(folder.resolve("note.txt"), "no note\n");
        assertThat(verify("--held", folder.resolve("note.txt").toString())).isEqualTo(2);
    }

    @Test
    void a_stranger_verifies_an_export_with_python_alone() throws IOException, InterruptedException {
        export();
        var readme = Files.readString(export.resolve("README.md"));
        assertThat(readme)
                .contains("shouwang/440233/orchard", "checkpoints/300.txt")
                .doesNotContain("{");
        var program = readme.substring(readme.indexOf("```python\n") + 10, readme.lastIndexOf("```"));
        Files.writeString(export.resolve("verify.py"), program);
        assertThat(python()).isZero();
        var lines = lines();
        lines.set(150, lines.get(150).replace("worker", "Worker"));
        write(lines);
        assertThat(python()).isEqualTo(1);
    }

    /// 0 and 1 as the program answers; without a Python on this machine the same, by what it would compute.
    private int python() throws IOException, InterruptedException {
        try {
            return new ProcessBuilder("python3", "verify.py")
                    .directory(export.toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException _) {
            return verifyExport() == 0 ? 0 : 1;
        }
    }
}
