package cn.shouwang.evidence;

import java.util.List;

/// That a log has only grown since it had `old` events, with its present checkpoint: what a witness is
/// handed (the body of `add-checkpoint` in c2sp.org/tlog-witness), by a call or on a stick.
public record Growth(long old, List<Hash> path, SignedNote checkpoint) {

    private static final String HEAD = "old ";

    public Growth {
        path = List.copyOf(path);
    }

    /// What proves that the tree of `old` leaves grew into that of a checkpoint.
    public static Growth of(long old, HashTree tree, SignedNote checkpoint) {
        return new Growth(old, tree.consistency(old), checkpoint);
    }

    /// Reads it; [Malformed] when it is none.
    public static Growth parse(byte[] bytes) {
        var text = Text.utf8(bytes);
        var end = text.indexOf('\n');
        if (!text.startsWith(HEAD) || end < 0) {
            throw new Malformed("does not begin with the size the witness knows");
        }
        var rest = Lines.parse(text.substring(end + 1));
        return new Growth(Text.number(text.substring(HEAD.length(), end)), rest.path(), rest.checkpoint());
    }

    @Override
    public String toString() {
        var growth = new StringBuilder(HEAD).append(old).append('\n');
        new Lines(path, checkpoint).write(growth);
        return growth.toString();
    }
}
