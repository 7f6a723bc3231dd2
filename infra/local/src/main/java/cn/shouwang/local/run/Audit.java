package cn.shouwang.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `audit`: module `infra/audit` in a process of its own, told where the suite of this checkout keeps its logs.
final class Audit {

    private static final String MONGO = "mongo=";

    private final Home home;
    private final Screen screen;

    Audit(Home home, Screen screen) {
        this.home = home;
        this.screen = screen;
    }

    int run(List<String> args) {
        var suite = SuiteSettings.of(home.root());
        var settings = new ArrayList<>(List.of(
                "-Xmx512m",
                "-Dlogback.configurationFile=shouwang-audit-logback.xml",
                "-Dshouwang.audit.data=" + data(suite)));
        mongo(suite.run()).ifPresent(uri -> settings.add("-Dshouwang.audit.mongo=" + uri));
        return new ModuleProcess(home, screen, "infra/audit").run("cn.shouwang.audit.Main", settings, args);
    }

    private static String data(SuiteSettings suite) {
        var runner = RunnerFile.in(suite.run());
        return runner.process().flatMap(_ -> runner.pid().note("data")).orElseGet(() -> suite.data()
                .toString());
    }

    /// The embedded server of the running suite. A server elsewhere is named by `--mongo`, since its address
    /// may hold a password and is written nowhere.
    static Optional<String> mongo(Path run) {
        var ready = run.resolve("server.ready");
        if (PidFile.of(run, Program.SERVER.name()).process().isEmpty() || !Files.isRegularFile(ready)) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(ready).stream()
                    .filter(line -> line.startsWith(MONGO))
                    .map(line -> line.substring(MONGO.length()))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + ready, e);
        }
    }
}
