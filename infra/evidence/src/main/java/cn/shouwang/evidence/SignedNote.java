package cn.shouwang.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// A text and the signatures below it (c2sp.org/signed-note). Says nothing of whether any is good.
public record SignedNote(String text, List<Line> signatures) {

    /// One signature: who says to have made it, and `base64` of the key's id and the signature's bytes.
    public record Line(String name, String base64) {

        public Line {
            if (!isName(name) || Text.base64(base64).length <= Integer.BYTES) {
                throw new Malformed("a signature is a name and base64 of more than four bytes");
            }
        }

        static Line of(String name, int keyId, byte[] signature) {
            var bytes = ByteBuffer.allocate(Integer.BYTES + signature.length)
                    .putInt(keyId)
                    .put(signature)
                    .array();
            return new Line(name, Base64.getEncoder().encodeToString(bytes));
        }

        /// Which of the keys of that name it says to be by.
        public int keyId() {
            return ByteBuffer.wrap(Text.base64(base64)).getInt();
        }

        byte[] signature() {
            var bytes = Text.base64(base64);
            return Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length);
        }

        String written() {
            return DASH + name + " " + base64 + "\n";
        }
    }

    static final String DASH = "\u2014 ";
    private static final int MOST = 100;

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || text.equals("\n")) {
            throw new Malformed("the text of a note ends with a newline");
        }
    }

    /// Reads a note as it is stored or was typed off; [Malformed] when it is none.
    public static SignedNote parse(byte[] bytes) {
        var all = Text.utf8(bytes);
        var gap = all.lastIndexOf("\n\n");
        if (gap < 0 || !all.endsWith("\n")) {
            throw new Malformed("a note is a text, an empty line and signatures");
        }
        var lines = new ArrayList<Line>();
        for (var line : all.substring(gap + 2).split("\n", -1)) {
            if (!line.isEmpty()) {
                lines.add(line(line));
            }
        }
        if (lines.isEmpty() || lines.size() > MOST) {
            throw new Malformed("a note has from 1 to %d signatures".formatted(MOST));
        }
        return new SignedNote(all.substring(0, gap + 1), lines);
    }

    public static SignedNote parse(String note) {
        return parse(note.getBytes(StandardCharsets.UTF_8));
    }

    private static Line line(String line) {
        var words = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
        if (words.length != 2) {
            throw new Malformed("a signature is a dash, a name and base64");
        }
        return new Line(words[0], words[1]);
    }

    /// This note with one more signature; one by the same key gives way.
    public SignedNote with(Line line) {
        var lines = new ArrayList<>(signatures);
        lines.removeIf(other -> other.keyId() == line.keyId() && other.name().equals(line.name()));
        lines.add(line);
        return new SignedNote(text, lines);
    }

    /// The note as it is kept and carried.
    @Override
    public String toString() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(line -> note.append(line.written()));
        return note.toString();
    }

    /// Whether a key may be called that: not empty, no space, no plus.
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.indexOf('+') < 0
                && name.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c < ' ');
    }
}
