package cn.shouwang.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/// A checkout whose modules have been built from [FixtureService].
record FixtureHome(Path root) {

    private static final String CLASS = FixtureService.class.getName().replace('.', '/') + ".class";

    Program program(String name) throws IOException {
        var target = root.resolve(name).resolve("target");
        Files.createDirectories(target);
        Files.writeString(target.resolve("classpath.txt"), "");
        try (var jar = new JarOutputStream(Files.newOutputStream(target.resolve(name + "-0.1.0-SNAPSHOT.jar")));
                var bytes = FixtureService.class.getClassLoader().getResourceAsStream(CLASS)) {
            jar.putNextEntry(new JarEntry(CLASS));
            jar.write(bytes.readAllBytes());
            jar.closeEntry();
        }
        return new Program(name, name, FixtureService.class.getName(), 1, "64m", false);
    }

    /// Settings on free ports that know the fixtures' names.
    SuiteSettings settings(List<Program> programs) {
        var settings = SuiteSettings.of(root);
        for (var program : programs) {
            settings = settings.withPort(program.name(), 0);
        }
        return settings.withFreePorts();
    }

    /// Marks the caches of `programs` as tried, so that a test about something else trains nothing.
    void skipTraining(List<Program> programs) throws IOException {
        var settings = settings(programs);
        for (var program : programs) {
            var jvm = Jvm.of(program, ClassPath.of(root, program.module(), settings.cache()));
            Files.createFile(settings.cache().resolve(program.name() + "-" + jvm.key() + ".failed"));
        }
    }
}
