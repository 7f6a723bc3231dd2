package cn.shouwang.build.kept;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The past of every kept file since one commit, the state at that commit included.
///
/// Merges count with what they themselves changed, and side branches in full: an edit that came in with
/// a merge is an edit.
final class History {

    private static final String ABSENT = "0";

    private final Git git;
    private final Predicate<String> kept;
    private final Map<String, Past> past = new TreeMap<>();

    private History(Git git, Predicate<String> kept) {
        this.git = git;
        this.kept = kept;
    }

    /// The files whose path `kept` knows, by path.
    static Map<String, Past> since(String commit, Git git, Predicate<String> kept) {
        var history = new History(git, kept);
        history.begin(commit);
        history.follow(commit);
        return history.past;
    }

    private void begin(String commit) {
        for (var line : git.ask("ls-tree", "-r", commit).lines().toList()) {
            var tab = line.indexOf('\t'); // <mode> blob <id>\t<path>
            change(line.substring(tab + 1), new Past.Change(commit, true, Optional.of(line.substring(12, tab))));
        }
    }

    private void follow(String since) {
        var commit = "";
        var log = git.ask(
                "log",
                "--topo-order",
                "--reverse",
                "-c",
                "--raw",
                "--no-abbrev",
                "--no-renames",
                "--format=commit %H",
                since + "..HEAD");
        for (var line : log.lines().toList()) {
            if (line.startsWith("commit ")) {
                commit = line.substring("commit ".length());
            } else if (line.startsWith(":")) {
                change(commit, line);
            }
        }
    }

    /// `:<mode> <mode> <id> <id> <status>\t<path>`, and of a merge a colon, a mode, an id and a status
    /// letter more for each parent.
    private void change(String commit, String line) {
        var tab = line.indexOf('\t');
        var fields = line.substring(0, tab).split(" ", -1);
        var blob = Optional.of(fields[fields.length - 2])
                .filter(id -> !id.replace(ABSENT, "").isEmpty());
        var adds = fields[fields.length - 1].chars().allMatch(status -> status == 'A');
        change(line.substring(tab + 1), new Past.Change(commit, adds, blob));
    }

    private void change(String path, Past.Change change) {
        if (kept.test(path)) {
            past.computeIfAbsent(path, _ -> new Past()).add(change);
        }
    }
}
