package cn.shouwang.platform.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Who may ask a service what, endpoint by endpoint, as data that an auditor can read: the service's
/// `access.txt` and, for the endpoints every service has, `platform-access.txt`.
///
/// ```
/// # A comment, usually where the rule comes from.
/// clerks = VILLAGE_COMMITTEE TOWN_OFFICE
/// GET   /clues              rows   clerks AUDITOR
/// POST  /clues/{clue}/visit place  clerks
/// GET   /public/board       open
/// ```
///
/// A line names method, path, [Reach] and roles; a name in lower case stands for roles given before. A
/// file that is missing, a word that is unknown and an endpoint that is there twice end the start.
public final class AccessTable {

    private static final String[] FILES = {"platform-access.txt", "access.txt"};

    private record Entry(PathPattern pattern, AccessRow row) {}

    /// The most specific path first, which is the one the web layer takes.
    private final List<Entry> entries;

    private AccessTable(List<AccessRow> rows) {
        this.entries = rows.stream()
                .map(row -> new Entry(PathPatternParser.defaultInstance.parse(row.path()), row))
                .sorted(Comparator.comparing(Entry::pattern, PathPattern.SPECIFICITY_COMPARATOR))
                .toList();
    }

    /// The table of the service on the class path.
    public static AccessTable load() {
        var rows = new ArrayList<AccessRow>();
        for (var name : FILES) {
            try {
                var text = new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
                rows.addAll(new AccessFile(name).rows(text));
            } catch (IOException e) {
                throw new UncheckedIOException("the service has no " + name + ", so nobody may ask it anything", e);
            }
        }
        return of(rows);
    }

    /// A table of these rows; an endpoint may have one only.
    public static AccessTable of(List<AccessRow> rows) {
        var seen = new TreeMap<String, AccessRow>();
        for (var row : rows) {
            var other = seen.put(row.endpoint().replaceAll("\\{[^}]*}", "{}"), row);
            if (other != null) {
                throw new IllegalStateException("the access table has two rows for " + row.endpoint());
            }
        }
        return new AccessTable(rows);
    }

    /// The row of a request. HEAD asks for what GET does; no other method stands for another.
    public Optional<AccessRow> row(String method, PathContainer path) {
        var asked = method.equals("HEAD") ? "GET" : method;
        return entries.stream()
                .filter(entry ->
                        entry.row().method().equals(asked) && entry.pattern().matches(path))
                .map(Entry::row)
                .findFirst();
    }

    public List<AccessRow> rows() {
        return entries.stream().map(Entry::row).toList();
    }
}
