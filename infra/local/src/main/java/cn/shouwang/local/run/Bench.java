package cn.shouwang.local.run;

import java.util.List;

/// Runs a main class of module `infra/bench` in a process of its own, on this terminal.
final class Bench {

    private final ModuleProcess process;

    Bench(Home home, Screen screen) {
        this.process = new ModuleProcess(home, screen, "infra/bench");
    }

    /// Returns the exit code of `cn.shouwang.bench.<mainClass>`.
    int run(String mainClass, List<String> args) {
        return process.run("cn.shouwang.bench." + mainClass, List.of("-Xmx2g"), args);
    }
}
