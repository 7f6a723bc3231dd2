package cn.shouwang.bench.drill.forget;

import cn.shouwang.bench.door.Caller;
import cn.shouwang.evidence.KeyFile;
import cn.shouwang.local.run.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// What an auditor finds once somebody was forgotten: the logs as they lie and as they are exported are what
/// was signed, and the household's file says what was forgotten and when. The work is that of
/// `./shouwang audit`, in processes of its own; the export stays, to be looked through for traces.
final class Audited {

    private static final List<String> SERVICES = List.of("monitoring", "employment", "identity");

    private final Path home;
    private final Path directory;
    private final Suite suite;
    private final Consumer<String> screen;
    private final List<String> faults = new ArrayList<>();

    Audited(Path home, Path directory, Suite suite, Consumer<String> screen) {
        this.home = home;
        this.directory = directory;
        this.suite = suite;
        this.screen = screen;
    }

    /// What is not as it should be, in words; nothing when all is well. `household` is that of the forgotten.
    List<String> faults(Caller auditor, String household) throws InterruptedException {
        for (var service : SERVICES) {
            auditor.post(
                    "/api/" + service + "/evidence/checkpoints",
                    "{}",
                    UUID.randomUUID().toString());
        }
        var keys = keys();
        var export = directory.resolve("export").toString();
        var server = suite.mongo("monitoring").replaceFirst("/[^/]*$", "");
        must("verify", "--mongo", server, "--key", keys);
        must("export", "--mongo", server, "--to", export, "--key", keys);
        must("verify", export, "--key", keys);
        var told = auditor.get("/api/monitoring/subjects/" + household + "/as-of")
                .json()
                .path("forgotten");
        if (told.isEmpty() || told.get(0).path("carriedOutAt").asString("").isEmpty()) {
            faults.add("as-of says nothing of who was forgotten and when");
        }
        screen.accept("  审计 audit: 日志与导出一致 log and export verified, 遗忘已注明 forgotten as-of: %s, 问题 faults %d"
                .formatted(told.path(0).path("carriedOutAt").asString("-"), faults.size()));
        return List.copyOf(faults);
    }

    /// The public keys, as the installation told them at its first start.
    private String keys() {
        var lines = new ArrayList<String>();
        for (var key : new KeyFile(suite.passwords().resolveSibling("evidence-key")).read()) {
            SERVICES.forEach(service ->
                    lines.add(key.as(key.key().name() + "/" + service).key().toString()));
        }
        try {
            return Files.write(directory.resolve("keys.txt"), lines).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void must(String... words) throws InterruptedException {
        var command = new ArrayList<>(List.of(home.resolve("shouwang").toString(), "audit"));
        command.addAll(List.of(words));
        var output = directory.resolve("audit.txt");
        try {
            var code = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            if (code != 0) {
                faults.add("audit %s ended with %d: %s".formatted(words[0], code, Files.readString(output)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
