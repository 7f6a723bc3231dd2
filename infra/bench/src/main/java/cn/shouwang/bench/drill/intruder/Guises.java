package cn.shouwang.bench.drill.intruder;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The forms in which a text may stand in an answer: as it is in UTF-8, UTF-16 or GB 18030, escaped for
/// JSON, addresses or HTML, as hex digits, as Base64 with whatever stands before and after it.
///
/// A form is text of one character per byte, as an answer is searched.
final class Guises {

    private static final int SHORTEST = 8; // fewer characters of Base64 are found by chance

    private Guises() {}

    static List<String> of(String text) {
        var guises = new LinkedHashSet<String>();
        for (var charset : List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16BE,
                StandardCharsets.UTF_16LE,
                Charset.forName("GB18030"))) {
            guises.add(bytes(text, charset));
        }
        var address = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2A", "*");
        guises.add(address);
        guises.add(address.toLowerCase(Locale.ROOT));
        guises.add(units(text, "\\u%04x"));
        guises.add(units(text, "\\u%04X"));
        guises.add(points(text, "&#%d;"));
        guises.add(points(text, "&#x%x;"));
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        guises.add(HexFormat.of().formatHex(utf8));
        guises.add(HexFormat.of().withUpperCase().formatHex(utf8));
        base64(utf8, guises);
        return List.copyOf(guises);
    }

    /// Bytes as text of one character each.
    static String bytes(String text, Charset charset) {
        return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
    }

    /// Whatever stands before it, the characters that depend on this text alone are one of three.
    private static void base64(byte[] utf8, Set<String> guises) {
        for (var before = 0; before < 3; before++) {
            var padded = new byte[before + utf8.length];
            System.arraycopy(utf8, 0, padded, before, utf8.length);
            var whole = Base64.getEncoder().withoutPadding().encodeToString(padded);
            var first = (before * 8 + 5) / 6;
            var last = padded.length * 8 / 6;
            if (last - first >= SHORTEST) {
                var sure = whole.substring(first, last);
                guises.add(sure);
                guises.add(sure.replace('+', '-').replace('/', '_'));
            }
        }
    }

    /// As it is where nothing needs escaping.
    private static String units(String text, String form) {
        return text.chars()
                .mapToObj(unit -> unit < 128 ? Character.toString(unit) : String.format(Locale.ROOT, form, unit))
                .collect(Collectors.joining());
    }

    private static String points(String text, String form) {
        return text.codePoints()
                .mapToObj(point -> point < 128 ? Character.toString(point) : String.format(Locale.ROOT, form, point))
                .collect(Collectors.joining());
    }
}
