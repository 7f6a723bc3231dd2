package cn.shouwang.build.kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The `git` of the machine, in one folder.
final class Git {

    /// Git did not do what it was asked for; the message is what it said.
    static final class Refused extends RuntimeException {
        Refused(String command, String said) {
            super("git " + command + ": " + said.strip());
        }
    }

    private final Path folder;

    Git(Path folder) {
        this.folder = folder;
    }

    /// What git prints, as UTF-8 text.
    String ask(String... arguments) {
        return tell("", arguments);
    }

    /// What git prints for a command that reads `input`.
    String tell(String input, String... arguments) {
        var command = new ArrayList<>(List.of("git", "-c", "core.quotePath=false"));
        command.addAll(List.of(arguments));
        try {
            return run(command, input);
        } catch (IOException e) {
            throw new UncheckedIOException("git is needed to judge what was approved", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Whether git agrees, without a word.
    boolean agrees(String... arguments) {
        try {
            ask(arguments);
            return true;
        } catch (Refused _) {
            return false;
        }
    }

    /// Through files, because a pipe that nobody reads fills up.
    private String run(List<String> command, String input) throws IOException, InterruptedException {
        var in = Files.createTempFile("git", ".in");
        var out = Files.createTempFile("git", ".out");
        var errors = Files.createTempFile("git", ".err");
        try {
            Files.writeString(in, input);
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(errors.toFile());
            process.environment().keySet().removeIf(name -> name.startsWith("GIT_")); // a hook's are of its own folder
            if (process.start().waitFor() != 0) {
                throw new Refused(command.get(3), Files.readString(errors));
            }
            return new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
        } finally {
            Files.delete(in);
            Files.delete(out);
            Files.delete(errors);
        }
    }
}
