package cn.shouwang.build.kept;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;

/// A small history of sources, made as a person would make it.
final class Repository {

    final Path folder;
    private final Git git;

    /// A new one, in an empty folder, with one commit.
    Repository(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.git = new Git(folder);
        run("init", "--quiet", "--initial-branch=main");
        write("README.md", "a repository");
        commit("Begin");
    }

    Repository write(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
        return this;
    }

    Repository remove(String path) throws IOException {
        Files.delete(folder.resolve(path));
        return this;
    }

    /// Commits all there is; the id of the commit.
    String commit(String subject) {
        run("add", "--all");
        run("commit", "--quiet", "--message", subject);
        return head();
    }

    String head() {
        return run("rev-parse", "HEAD").strip();
    }

    String run(String... arguments) {
        var all = new ArrayList<>(Arrays.asList(
                "-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false"));
        all.addAll(Arrays.asList(arguments));
        return git.ask(all.toArray(String[]::new));
    }
}
