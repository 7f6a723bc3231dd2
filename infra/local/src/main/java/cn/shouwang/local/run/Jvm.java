package cn.shouwang.local.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A Java process to be: flags, class path, main class.
///
/// The class path goes into the environment, not onto the command line, so that `ps` stays legible and
/// a process can be recognised by its arguments.
record Jvm(String name, List<String> flags, String classPath, String mainClass) {

    static Jvm of(Program program, String classPath) {
        return new Jvm(program.name(), flags(program), classPath, program.mainClass());
    }

    private static List<String> flags(Program program) {
        var flags = new ArrayList<>(List.of(
                PidFile.mark(program.name()),
                // JDK 25 fails to find some of the call adapters it has cached, and warns at every start.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-AOTAdapterCaching",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xms32m",
                "-Xmx" + program.heap(),
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        if (program.equals(Program.SERVER)) {
            flags.add("-Dlogback.configurationFile=shouwang-local-logback.xml");
        }
        return List.copyOf(flags);
    }

    /// The command line with `more` flags before the main class and `args` behind it.
    ///
    /// The shell in front makes the process deaf to Ctrl-C and to a closing terminal, which reach
    /// every process of the group: the runner hears them and stops the others in order.
    List<String> command(List<String> more, List<String> args) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.of(
                        List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh", java),
                        flags,
                        more,
                        List.of(mainClass),
                        args)
                .flatMap(List::stream)
                .toList();
    }

    /// Changes whenever a start cache recorded before would no longer fit.
    String key() {
        var jars =
                Stream.of(classPath.split(File.pathSeparator)).map(Jvm::stamp).collect(Collectors.joining("\n"));
        var all = String.join("\n", Runtime.version().toString(), flags.toString(), mainClass, jars);
        return ClassPath.hash(all.getBytes(StandardCharsets.UTF_8));
    }

    private static String stamp(String jar) {
        try {
            var path = Path.of(jar);
            return jar + " " + Files.size(path) + " "
                    + Files.getLastModifiedTime(path).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + jar, e);
        }
    }
}
