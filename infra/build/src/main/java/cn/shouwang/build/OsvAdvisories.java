package cn.shouwang.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.maven.artifact.versioning.ComparableVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A folder of advisories in the OSV format (<https://ossf.github.io/osv-schema/>), as a mirror of osv.dev or
/// of the GitHub advisory database has them: of each, `affected[].package` in the ecosystem Maven with
/// its `versions` and its `ranges` of type `ECOSYSTEM`. Withdrawn ones are left out.
final class OsvAdvisories {

    private OsvAdvisories() {}

    /// @throws IllegalArgumentException when the folder has no such file: a wrong path must not look like good news
    static List<Advisory> read(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> documents = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            if (documents.isEmpty()) {
                throw new IllegalArgumentException("no OSV files below " + folder);
            }
            return documents.stream().flatMap(OsvAdvisories::advisories).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Advisory> advisories(Path file) {
        JsonNode document = JsonMapper.shared().readTree(file);
        String id = document.path("id").asString("");
        if (id.isEmpty() || document.has("withdrawn")) {
            return Stream.empty();
        }
        return document.path("affected")
                .valueStream()
                .filter(affected ->
                        affected.path("package").path("ecosystem").asString("").startsWith("Maven"))
                .map(affected -> new Advisory(
                        id,
                        affected.path("package").path("name").asString(""),
                        affected(affected),
                        String.valueOf(file.getFileName())));
    }

    private static Predicate<String> affected(JsonNode affected) {
        List<String> versions = affected.path("versions")
                .valueStream()
                .map(it -> it.asString(""))
                .toList();
        return affected.path("ranges")
                .valueStream()
                .filter(range -> range.path("type").asString("").equals("ECOSYSTEM"))
                .map(range -> within(range.path("events").valueStream().toList()))
                .reduce(versions::contains, Predicate::or);
    }

    /// The events stand in the order of versions: `introduced`, then `fixed` or `last_affected`, perhaps again.
    private static Predicate<String> within(List<JsonNode> events) {
        var spans = new ArrayList<Predicate<ComparableVersion>>();
        Predicate<ComparableVersion> begun = _ -> false;
        for (JsonNode event : events) {
            if (event.has("introduced")) {
                ComparableVersion first = version(event, "introduced");
                begun = it -> it.compareTo(first) >= 0;
            } else if (event.has("fixed")) {
                ComparableVersion fixed = version(event, "fixed");
                spans.add(begun.and(it -> it.compareTo(fixed) < 0));
                begun = _ -> false;
            } else if (event.has("last_affected")) {
                ComparableVersion last = version(event, "last_affected");
                spans.add(begun.and(it -> it.compareTo(last) <= 0));
                begun = _ -> false;
            }
        }
        spans.add(begun);
        return text -> spans.stream().anyMatch(span -> span.test(new ComparableVersion(text)));
    }

    private static ComparableVersion version(JsonNode event, String name) {
        return new ComparableVersion(event.path(name).asString(""));
    }
}
