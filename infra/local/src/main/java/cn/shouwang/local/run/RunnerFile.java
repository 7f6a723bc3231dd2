package cn.shouwang.local.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What the running `up` tells the other commands: the pid file `runner.pid` with notes `url` (present
/// once everything is up), `data`, `passwords`.
record RunnerFile(PidFile pid) {

    static final String NAME = "runner";

    static RunnerFile in(Path run) {
        return new RunnerFile(PidFile.of(run, NAME));
    }

    void starting(Path data) {
        pid.write(ProcessHandle.current(), Map.of("data", data.toString()));
    }

    void up(String url, Path data, Path passwords) {
        pid.write(
                ProcessHandle.current(),
                Map.of("url", url, "data", data.toString(), "passwords", passwords.toString()));
    }

    Optional<ProcessHandle> process() {
        return pid.process();
    }

    /// The address, once the suite is up.
    Optional<String> url() {
        return process().flatMap(_ -> pid.note("url"));
    }
}
