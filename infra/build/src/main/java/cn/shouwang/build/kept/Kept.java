package cn.shouwang.build.kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `Kept <root of the sources> <approved-since.txt>`: fails when something that was approved is not what
/// it was, committed or not.
///
/// Without a history (an archive of the sources) it says so and judges nothing. A history that is there
/// and not whole, as in a shallow clone, is a failure.
public final class Kept {

    private static final Predicate<String> SCHEMA =
            path("infra/contracts/src/main/resources/contracts/.+\\.schema\\.json");
    private static final Predicate<String> BYTES = path("(.+/)?src/test/resources/events/.+\\.json")
            .or(path("infra/contracts/src/main/resources/contracts/.+\\.sample(-[0-9]+)?\\.json"));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @param files how many approved files there are
    /// @param faults one line for each that is not kept
    record Report(String since, int files, List<String> faults) {}

    private final Path root;
    private final Git git;
    private final List<String> faults = new ArrayList<>();

    private Kept(Path root) {
        this.root = root;
        this.git = new Git(root);
    }

    @SuppressWarnings("SystemOut") // it is what a person reads in the build
    public static void main(String[] arguments) {
        var root = Path.of(arguments[0]);
        if (!hasHistory(root)) {
            System.out.println("kept: these sources come without their history; what was approved was not compared");
            return;
        }
        var report = check(root, Path.of(arguments[1]));
        report.faults().forEach(fault -> System.out.println("BAD " + fault));
        System.out.printf(
                "kept: %d stored forms, samples and schemas since %.7s, %d not kept%n",
                report.files(), report.since(), report.faults().size());
        if (!report.faults().isEmpty()) {
            throw new IllegalStateException("not kept: " + String.join("; ", report.faults()));
        }
    }

    /// A folder of its own, or the file that a further work tree has.
    static boolean hasHistory(Path root) {
        return Files.exists(root.resolve(".git"));
    }

    static Report check(Path root, Path sinceFile) {
        var kept = new Kept(root);
        var since = since(sinceFile);
        kept.mustBeWhole(since);
        var past = History.since(since, kept.git, BYTES.or(SCHEMA));
        kept.compare(past);
        return new Report(since, past.size(), List.copyOf(kept.faults));
    }

    private static String since(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.matches("[0-9a-f]{40,64}"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(file + " names no commit"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mustBeWhole(String since) {
        if (git.ask("rev-parse", "--is-shallow-repository").strip().equals("true")) {
            throw new IllegalStateException(
                    "cannot judge what was approved: this is a shallow clone; git fetch --unshallow");
        }
        if (!git.agrees("merge-base", "--is-ancestor", since, "HEAD")) {
            throw new IllegalStateException("cannot judge what was approved: commit " + since
                    + " of approved-since.txt is not in the history of HEAD");
        }
    }

    private void compare(Map<String, Past> past) {
        var today = blobs(past.keySet().stream().filter(this::isThere).toList());
        past.forEach((path, its) -> {
            if (!today.containsKey(path)) {
                faults.add("%s was approved in %.7s and is gone (%s); %s"
                        .formatted(path, its.since(), blame(its), putBack(path, its)));
            } else if (SCHEMA.test(path)) {
                compareSchema(path, its);
            } else if (!its.approved().contains(today.get(path))) {
                faults.add("%s was approved in %.7s and edited (%s); %s, a new form is a new revision or version"
                        .formatted(path, its.since(), blame(its), putBack(path, its)));
            }
        });
    }

    private boolean isThere(String path) {
        return Files.isRegularFile(root.resolve(path));
    }

    /// The ids that git gives to the files as they lie there.
    private Map<String, String> blobs(List<String> paths) {
        if (paths.isEmpty()) {
            return Map.of();
        }
        var ids = git.tell(String.join("\n", paths) + "\n", "hash-object", "--stdin-paths")
                .lines()
                .toList();
        var blobs = new HashMap<String, String>();
        for (var index = 0; index < paths.size(); index++) {
            blobs.put(paths.get(index), ids.get(index));
        }
        return blobs;
    }

    private void compareSchema(String path, Past past) {
        var now = json(path, text(root.resolve(path)));
        past.contents().stream()
                .flatMap(blob -> SchemaChanges.breaking(json(path, git.ask("cat-file", "blob", blob)), now).stream())
                .distinct()
                .forEach(change -> faults.add(
                        "%s breaks who reads it: %s; a change like this is a new version".formatted(path, change)));
    }

    private static JsonNode json(String path, String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalStateException(path + " is no JSON", e);
        }
    }

    private static String blame(Past past) {
        return past.changedBy().map("in %.7s"::formatted).orElse("not committed yet");
    }

    private static String putBack(String path, Past past) {
        return "git checkout %.7s -- %s puts it back".formatted(past.since(), path);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Predicate<String> path(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }
}
