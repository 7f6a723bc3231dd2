package cn.shouwang.platform.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// What may be the body of a command: JSON in UTF-8 (RFC 8259, 8.1), made of whole characters.
///
/// A parser is kinder than that. It takes UTF-16 for JSON too, and half a surrogate pair for a
/// letter, which nobody can write back, sort or seal as it came.
final class JsonBody {

    private static final char ESCAPE = '\\';
    private static final int CODE_UNIT = "\\u0000".length();

    private JsonBody() {}

    /// Whether a header names JSON, and no character set but the one that JSON has.
    static boolean isNamedBy(String contentType) {
        try {
            var type = MediaType.parseMediaType(contentType);
            var charset = type.getCharset();
            return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                    && (charset == null || charset.equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    /// Whether a body is text: false when its bytes are no UTF-8, or when a text in it has a U+0000 or
    /// half a surrogate pair, written out or escaped. Whether it is JSON is for the parser to say.
    static boolean isWhole(byte[] body) {
        try {
            // a decoder of one's own reports what String would replace
            return isWhole(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private static boolean isWhole(String text) {
        var at = 0;
        while (at < text.length()) {
            var length = character(text, at);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /// How much of the text the character at `at` takes, written out or escaped; 0 when it is none.
    private static int character(String text, int at) {
        var unit = escaped(text, at);
        if (unit == null) {
            var letter = text.charAt(at);
            // what is escaped may be a backslash itself
            return letter == ESCAPE ? 2 : letter == 0 ? 0 : 1;
        }
        if (!Character.isSurrogate(unit)) {
            return unit == 0 ? 0 : CODE_UNIT;
        }
        var next = escaped(text, at + CODE_UNIT);
        return next != null && Character.isSurrogatePair(unit, next) ? 2 * CODE_UNIT : 0;
    }

    /// The code unit that is escaped at `at`, null when none is.
    private static @Nullable Character escaped(String text, int at) {
        if (!text.startsWith("\\u", at) || text.length() < at + CODE_UNIT) {
            return null;
        }
        var unit = 0;
        for (var digit : text.substring(at + 2, at + CODE_UNIT).toCharArray()) {
            var value = digit < 0x80 ? Character.digit(digit, 16) : -1;
            if (value < 0) {
                return null;
            }
            unit = unit * 16 + value;
        }
        return (char) unit;
    }
}
