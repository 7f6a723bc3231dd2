package cn.shouwang.bench.drill.forget;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Finds texts in bytes, in whatever way bytes may hold a text: UTF-8, UTF-16 of both orders, GB 18030,
/// percent-encoded, as escapes of JSON, as hex, and as base64 at each of the three offsets.
final class Traces {

    private final Map<String, String> needles = new LinkedHashMap<>();

    /// `texts` by what they are, e.g. "name".
    Traces(Map<String, String> texts) {
        texts.forEach((what, text) -> forms(text).forEach(form -> needles.put(form, what)));
    }

    /// Looks for a piece of a file as well.
    Traces and(String what, byte[] piece) {
        forms(piece).forEach(form -> needles.put(form, what));
        return this;
    }

    /// What is found in `bytes`, each thing once.
    List<String> in(byte[] bytes) {
        var hay = new String(bytes, StandardCharsets.ISO_8859_1);
        return needles.entrySet().stream()
                .filter(needle -> hay.contains(needle.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    List<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    int needles() {
        return needles.size();
    }

    /// The byte sequences that hold `text`, one character per byte.
    private static List<String> forms(String text) {
        var forms = forms(text.getBytes(StandardCharsets.UTF_8));
        forms.add(latin(text.getBytes(StandardCharsets.UTF_16LE)));
        forms.add(latin(text.getBytes(StandardCharsets.UTF_16BE)));
        forms.add(latin(text.getBytes(Charset.forName("GB18030"))));
        forms.add(URLEncoder.encode(text, StandardCharsets.UTF_8));
        forms.add(escaped(text, false));
        forms.add(escaped(text, true));
        return forms;
    }

    private static List<String> forms(byte[] bytes) {
        var forms = new ArrayList<String>();
        forms.add(latin(bytes));
        forms.add(HexFormat.of().formatHex(bytes));
        forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
        for (var offset = 0; offset < 3; offset++) {
            forms.add(inBase64(bytes, offset, Base64.getEncoder()));
            forms.add(inBase64(bytes, offset, Base64.getUrlEncoder()));
        }
        return forms;
    }

    /// What of the base64 of something that holds `bytes` at `offset` depends on nothing else.
    private static String inBase64(byte[] bytes, int offset, Base64.Encoder encoder) {
        var padded = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, padded, offset, bytes.length);
        var whole = encoder.encodeToString(padded);
        var first = offset == 0 ? 0 : offset + 1;
        var last = padded.length / 3 * 4;
        return whole.substring(first, Math.max(first, last));
    }

    private static String escaped(String text, boolean upper) {
        var escaped = new StringBuilder();
        text.chars().forEach(unit -> {
            if (unit < 0x80) {
                escaped.append((char) unit);
            } else {
                escaped.append(String.format(Locale.ROOT, upper ? "\\u%04X" : "\\u%04x", unit));
            }
        });
        return escaped.toString();
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
