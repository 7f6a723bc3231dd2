package cn.shouwang.local.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs a main class of module `infra/bench` in a process of its own, on this terminal.
final class Bench {

    private static final String MODULE = "infra/bench";

    private final Home home;
    private final Screen screen;

    Bench(Home home, Screen screen) {
        this.home = home;
        this.screen = screen;
    }

    /// Returns the exit code of `cn.shouwang.bench.<mainClass>`, or 1 when the module is not in the checkout.
    int run(String mainClass, List<String> args) {
        if (Files.notExists(home.root().resolve(MODULE).resolve("pom.xml"))) {
            screen.line("这个版本没有模块 " + MODULE + " (this checkout has no such module): " + mainClass);
            return 1;
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Xmx2g",
                "-Dfile.encoding=UTF-8",
                "-Dshouwang.home=" + home.root(),
                "--enable-native-access=ALL-UNNAMED",
                "cn.shouwang.bench." + mainClass));
        command.addAll(args);
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("CLASSPATH", ClassPath.of(home.root(), MODULE, home.cache()));
        return Foreground.run(builder);
    }
}
