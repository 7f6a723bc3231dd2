package cn.shouwang.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The spellings that notes, checkpoints and proofs share. Each thing has one spelling; any other is
/// [Malformed], so that one thing never stands in two different texts.
final class Text {

    private static final int MOST_DIGITS = 18;

    private Text() {}

    /// Standard base64 with padding, nothing else in between and no bits behind its end.
    static byte[] base64(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // told below
        }
        throw new Malformed("not base64 in its canonical spelling");
    }

    /// A number from 0 in ASCII digits without leading zeros.
    static long number(String text) {
        if (!text.matches("0|[1-9][0-9]*") || text.length() > MOST_DIGITS) {
            throw new Malformed("not a number in its canonical spelling");
        }
        return Long.parseLong(text);
    }

    /// UTF-8 without a control character but the newline.
    static String utf8(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
                throw new Malformed("a control character in a note");
            }
            return text;
        } catch (CharacterCodingException _) {
            throw new Malformed("not UTF-8");
        }
    }
}
