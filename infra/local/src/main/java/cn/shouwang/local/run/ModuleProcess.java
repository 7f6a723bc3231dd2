package cn.shouwang.local.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs a main class of a module in a process of its own, on this terminal.
record ModuleProcess(Home home, Screen screen, String module) {

    /// Returns its exit code, or 1 when the module is not in the checkout. `settings` are for the Java machine.
    int run(String mainClass, List<String> settings, List<String> args) {
        if (Files.notExists(home.root().resolve(module).resolve("pom.xml"))) {
            screen.line("这个版本没有模块 " + module + " (this checkout has no such module)");
            return 1;
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Dshouwang.home=" + home.root(),
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(settings);
        command.add(mainClass);
        command.addAll(args);
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("CLASSPATH", ClassPath.of(home.root(), module, home.cache()));
        return Foreground.run(builder);
    }
}
