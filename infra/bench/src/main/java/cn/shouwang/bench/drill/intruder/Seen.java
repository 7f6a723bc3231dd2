package cn.shouwang.bench.drill.intruder;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/// What came back on a connection: every byte, and the answers they make up.
///
/// Text has one character per byte. `timedOut` says that the other side kept the connection open and
/// said nothing more.
record Seen(String bytes, boolean timedOut, Duration took, List<Answer> answers) {

    private static final int MOST_UNPACKED = 8_000_000;

    /// One answer. `head` is its status line and headers; the body is unpacked.
    record Answer(int status, String head, String body) {

        /// The value of a header, or an empty text.
        String header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        /// The body as UTF-8 text.
        String text() {
            return new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }

    static Seen of(byte[] bytes, boolean timedOut, Duration took, boolean toHead) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        return new Seen(text, timedOut, took, toHead ? heads(text) : answers(text));
    }

    /// The status of the first answer, or 0 when there is none.
    int status() {
        return answers.isEmpty() ? 0 : answers.getFirst().status();
    }

    /// All that can be read in it: the bytes as they came, and bodies out of their packing.
    String everything() {
        var all = new StringBuilder(bytes);
        answers.stream().filter(answer -> !bytes.contains(answer.body())).forEach(answer -> all.append('\n')
                .append(answer.body()));
        return all.toString();
    }

    private static List<Answer> heads(String text) {
        return text.startsWith("HTTP/1.") ? List.of(new Answer(status(text), text, "")) : List.of();
    }

    private static List<Answer> answers(String text) {
        var answers = new ArrayList<Answer>();
        var at = 0;
        while (text.startsWith("HTTP/1.", at)) {
            var end = text.indexOf("\r\n\r\n", at);
            var head = text.substring(at, end < 0 ? text.length() : end);
            var from = end < 0 ? text.length() : end + 4;
            var packed = new StringBuilder();
            var status = status(head);
            at = status / 100 == 1 ? from : body(text, from, new Answer(status, head, ""), packed);
            answers.add(new Answer(status, head, unpacked(head, packed.toString())));
        }
        return List.copyOf(answers);
    }

    private static int status(String head) {
        return head.matches("(?s)HTTP/1\\.[01] \\d{3}.*") ? Integer.parseInt(head.substring(9, 12)) : 0;
    }

    /// Where the next answer begins.
    private static int body(String text, int from, Answer answer, StringBuilder packed) {
        if (answer.header("Transfer-Encoding").toLowerCase(Locale.ROOT).contains("chunked")) {
            return chunks(text, from, packed);
        }
        var length = answer.header("Content-Length");
        var bodiless = answer.status() == 204 || answer.status() == 304;
        var end = bodiless ? from : length.matches("\\d{1,9}") ? from + Integer.parseInt(length) : text.length();
        packed.append(text, from, Math.min(end, text.length()));
        return Math.min(end, text.length());
    }

    private static int chunks(String text, int from, StringBuilder packed) {
        var at = from;
        while (true) {
            var line = text.indexOf("\r\n", at);
            var size = line < 0
                    ? ""
                    : text.substring(at, line).replaceFirst(";.*", "").strip();
            if (!size.matches("[0-9a-fA-F]{1,7}")) {
                packed.append(text, Math.min(at, text.length()), text.length());
                return text.length();
            }
            var length = Integer.parseInt(size, 16);
            var end = Math.min(line + 2 + length, text.length());
            packed.append(text, line + 2, end);
            at = Math.min(end + 2, text.length());
            if (length == 0) {
                return at;
            }
        }
    }

    private static String unpacked(String head, String body) {
        if (!new Answer(0, head, "").header("Content-Encoding").equalsIgnoreCase("gzip")) {
            return body;
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body.getBytes(StandardCharsets.ISO_8859_1)))) {
            return new String(in.readNBytes(MOST_UNPACKED), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return body; // then it is none
        }
    }
}
