package cn.shouwang.monitoring.sheet;

import java.text.Normalizer;

/// A cell's text as it is meant: digits and letters of ordinary width, no blanks around, no marks that
/// nobody sees. Text that is plain already is handed back as it is.
public final class Plain {

    private Plain() {}

    public static String text(String cell) {
        for (var at = 0; at < cell.length(); at++) {
            var letter = cell.charAt(at);
            if (letter <= ' ' || letter >= 0x7F) {
                return made(cell);
            }
        }
        return cell;
    }

    /// Whether a character is none that a department writes: unreadable, or one that steers a terminal.
    static boolean isUnreadable(String cell) {
        for (var at = 0; at < cell.length(); at++) {
            var letter = cell.charAt(at);
            if (letter == Encoding.MISFIT || (letter < ' ' && letter != '\t')) {
                return true;
            }
        }
        return false;
    }

    private static String made(String cell) {
        var plain = new StringBuilder(cell.length());
        Normalizer.normalize(cell, Normalizer.Form.NFKC)
                .codePoints()
                .filter(letter -> Character.getType(letter) != Character.FORMAT)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }
}
