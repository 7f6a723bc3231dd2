package cn.shouwang.evidence;

import java.util.List;

/// The head of a tree as a text of a few lines (c2sp.org/tlog-checkpoint): what is signed.
///
/// ```
/// shouwang/440233/monitoring
/// 20852163
/// CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
/// ```
///
/// `origin` names the log, `size` counts its events, `root` is the root over them. `more` are further
/// lines, which we read and never write.
public record Checkpoint(String origin, long size, Hash root, List<String> more) {

    /// Lines before those that may follow.
    private static final int LINES = 3;

    public Checkpoint {
        more = List.copyOf(more);
        if (!SignedNote.isName(origin) || more.stream().anyMatch(String::isEmpty)) {
            throw new Malformed("not a checkpoint: an origin has no spaces and no plus, a line is not empty");
        }
    }

    public static Checkpoint of(String origin, long size, Hash root) {
        return new Checkpoint(origin, size, root, List.of());
    }

    /// Reads the text of a note; [Malformed] when it is no checkpoint.
    public static Checkpoint parse(String text) {
        var lines = List.of(text.split("\n", -1));
        if (lines.size() <= LINES || !lines.getLast().isEmpty()) {
            throw new Malformed("a checkpoint has three lines: origin, size and root");
        }
        return new Checkpoint(
                lines.get(0),
                Text.number(lines.get(1)),
                Hash.parse(lines.get(2)),
                lines.subList(LINES, lines.size() - 1));
    }

    /// The text that is signed, each line ended.
    public String text() {
        var text = new StringBuilder();
        text.append(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(root.toBase64())
                .append('\n');
        more.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /// The hash the origin stands for: a log sealed with SM3 says so at the end of its name.
    public Hashing hashing() {
        return hashing(origin);
    }

    /// As [#hashing], for a name.
    public static Hashing hashing(String origin) {
        return origin.endsWith("/sm3") ? Hashing.SM3 : Hashing.SHA256;
    }
}
