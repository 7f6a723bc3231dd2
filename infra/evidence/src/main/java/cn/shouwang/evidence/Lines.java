package cn.shouwang.evidence;

import java.util.ArrayList;
import java.util.List;

/// Hashes one a line, and the note behind the empty line that ends them: the shape that proofs share.
record Lines(List<Hash> path, SignedNote checkpoint) {

    private static final int LONGEST_PATH = 126; // twice the bits of a size

    /// `rest` is what follows the first lines of a proof.
    static Lines parse(String rest) {
        var gap = rest.startsWith("\n") ? 0 : rest.indexOf("\n\n") + 1;
        if (gap == 0 && !rest.startsWith("\n")) {
            throw new Malformed("a proof has an empty line before its checkpoint");
        }
        var path = new ArrayList<Hash>();
        for (var line : rest.substring(0, gap).lines().toList()) {
            path.add(Hash.parse(line));
        }
        if (path.size() > LONGEST_PATH) {
            throw new Malformed("a proof is longer than any tree is high");
        }
        return new Lines(List.copyOf(path), SignedNote.parse(rest.substring(gap + 1)));
    }

    void write(StringBuilder proof) {
        path.forEach(hash -> proof.append(hash.toBase64()).append('\n'));
        proof.append('\n').append(checkpoint);
    }
}
