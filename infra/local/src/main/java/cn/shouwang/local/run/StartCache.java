package cn.shouwang.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The JVM's ahead-of-time cache of one program: loaded and linked classes and method profiles of a
/// training run, `<name>-<key>.aot`.
///
/// The key covers class path, flags and Java version, because the JVM silently ignores a cache that
/// was recorded under others. A training that failed leaves `<name>-<key>.failed`, so that it is tried
/// once per build and not at every start.
record StartCache(Path directory, Jvm jvm) {

    private Path file(String ending) {
        return directory.resolve(jvm.name() + "-" + jvm.key() + ending);
    }

    Path cache() {
        return file(".aot");
    }

    boolean isMissing() {
        return Files.notExists(cache()) && Files.notExists(file(".failed"));
    }

    /// What starts the program as fast as it can: with the cache if there is one.
    List<String> flags() {
        return Files.exists(cache()) ? List.of("-XX:AOTCache=" + cache()) : List.of();
    }

    static List<String> recordingFlags(Path draft) {
        return List.of("-XX:AOTCacheOutput=" + draft, "-Dspring.context.exit=onRefresh");
    }

    /// Takes over what a training run has recorded and drops the caches of builds before.
    ///
    /// @return false when the run has recorded nothing
    boolean accept(Path draft) {
        try {
            Files.createDirectories(directory);
            if (Files.notExists(draft)) {
                Files.createFile(file(".failed"));
                return false;
            }
            dropOlder();
            Files.move(draft, cache(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the start cache of " + jvm.name(), e);
        }
    }

    private void dropOlder() throws IOException {
        try (var files = Files.newDirectoryStream(directory, jvm.name() + "-*.{aot,failed}")) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        }
    }
}
