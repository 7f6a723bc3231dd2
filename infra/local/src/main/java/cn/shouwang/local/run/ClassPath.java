package cn.shouwang.local.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a module's processes run on: its own jar, then the one line of `target/classpath.txt`.
///
/// Jars that our build writes are copied first, under a name made of their content. A build then never
/// changes a class under a running process, and a rebuild that changes nothing keeps the start cache.
final class ClassPath {

    private ClassPath() {}

    /// @throws NotBuilt when the module has no jar or class path yet
    static String of(Path home, String module, Path cache) {
        var target = home.resolve(module).resolve("target");
        var jar = target.resolve(artifact(module) + "-0.1.0-SNAPSHOT.jar");
        var list = target.resolve("classpath.txt");
        if (!Files.isRegularFile(jar) || !Files.isRegularFile(list)) {
            throw new NotBuilt(module);
        }
        try {
            var libraries = Files.readString(list).strip().split(File.pathSeparator);
            return Stream.concat(Stream.of(jar.toString()), Stream.of(libraries))
                    .filter(entry -> !entry.isBlank())
                    .map(Path::of)
                    .map(entry -> entry.startsWith(home) ? snapshot(entry, cache.resolve("jars")) : entry)
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + list, e);
        }
    }

    static String artifact(String module) {
        return Path.of(module).getFileName().toString();
    }

    private static Path snapshot(Path jar, Path directory) {
        try {
            var content = Files.readAllBytes(jar);
            var name = jar.getFileName().toString().replaceFirst("\\.jar$", "") + "-" + hash(content) + ".jar";
            var copy = directory.resolve(name);
            if (!Files.exists(copy)) {
                Files.createDirectories(directory);
                var draft = Files.createTempFile(directory, "jar", ".draft");
                Files.write(draft, content);
                Files.move(draft, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + jar, e);
        }
    }

    /// The first 16 hex digits of SHA-256.
    static String hash(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, 16).toLowerCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Says that a module is in the checkout but has not been built.
    static final class NotBuilt extends RuntimeException {
        NotBuilt(String module) {
            super("模块 " + module + " 还没有构建 (is not built): ./shouwang up");
        }
    }
}
