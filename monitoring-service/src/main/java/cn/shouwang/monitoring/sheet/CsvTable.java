package cn.shouwang.monitoring.sheet;

import cn.shouwang.platform.rule.RuleBroken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Text with a separator, RFC 4180 but for one thing: a row ends with its line, quoted or not.
///
/// One quote too many would otherwise swallow every row behind it; so it costs its own row only, as does
/// a cell with a line break in it. The separator is the one of comma, tab and semicolon that the first
/// lines hold most of.
final class CsvTable implements Table {

    private static final int SAMPLE = 4_096;

    private final byte[] file;
    private final Encoding encoding;
    private final char[] buffer = new char[32_768];
    private final StringBuilder text = new StringBuilder();
    private final String[] cells = new String[Line.MOST_CELLS];
    private int at;
    private int end;
    private int count;
    private @Nullable Verdict fault;

    CsvTable(byte[] file) {
        this.file = file;
        this.encoding = Encoding.of(file);
    }

    @Override
    public void each(Consumer<Line> line) {
        var decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try (var in = new InputStreamReader(
                new ByteArrayInputStream(file, encoding.skip(), file.length - encoding.skip()), decoder)) {
            end = in.read(buffer, 0, buffer.length);
            at = 0;
            mustBeText();
            var separator = separator();
            for (var number = 1; at < end; number++) {
                row(in, separator);
                line.accept(Line.of(number, cells, count, fault));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mustBeText() {
        for (var index = 0; index < Math.min(end, SAMPLE); index++) {
            if (buffer[index] == 0) {
                throw new RuleBroken("dataset.kind-unknown", "neither a table of text nor a workbook");
            }
        }
    }

    private char separator() {
        var counts = new int[3];
        for (var index = 0; index < Math.min(end, SAMPLE); index++) {
            var which = ",\t;".indexOf(buffer[index]);
            if (which >= 0) {
                counts[which]++;
            }
        }
        return counts[1] > counts[0] && counts[1] >= counts[2] ? '\t' : counts[2] > counts[0] ? ';' : ',';
    }

    private void row(Reader in, char separator) throws IOException {
        count = 0;
        fault = null;
        while (cell(in, separator)) {}
    }

    /// Reads a cell; true when another one follows in the row.
    private boolean cell(Reader in, char separator) throws IOException {
        text.setLength(0);
        var next = peek(in);
        var quoted = next == '"';
        if (quoted) {
            at++;
            next = quoted(in);
        }
        var from = at;
        while (next != separator && next != '\n' && next != '\r' && next >= 0) {
            if (quoted && next != ' ') {
                fault = Verdict.BROKEN_QUOTES;
            }
            at++;
            if (at == end) {
                keep(quoted ? at : from);
                next = peek(in);
                from = at;
            } else {
                next = buffer[at];
            }
        }
        keep(quoted ? at : from);
        take();
        return ended(in, next, separator);
    }

    /// Behind the opening quote; returns what stands behind the closing one, or the end of the line.
    private int quoted(Reader in) throws IOException {
        for (var next = peek(in); ; next = peek(in)) {
            if (next < 0 || next == '\n' || next == '\r') {
                fault = Verdict.BROKEN_QUOTES;
                return next;
            }
            at++;
            if (next == '"') {
                next = peek(in);
                if (next != '"') {
                    return next;
                }
                at++;
            }
            if (text.length() <= Line.LONGEST_CELL) {
                text.append((char) next);
            }
        }
    }

    private void keep(int from) {
        var room = Math.min(at - from, Line.LONGEST_CELL + 1 - text.length());
        if (room > 0) {
            text.append(buffer, from, room);
        }
    }

    private void take() {
        if (text.length() > Line.LONGEST_CELL) {
            fault = Verdict.CELL_TOO_LONG;
            text.setLength(0);
        }
        if (count == cells.length) {
            fault = Verdict.COLUMNS_SHIFTED;
        } else {
            cells[count++] = text.toString();
        }
    }

    private boolean ended(Reader in, int next, char separator) throws IOException {
        if (next == separator) {
            at++;
            return true;
        }
        if (next == '\r') {
            at++;
            next = peek(in);
        }
        if (next == '\n') {
            at++;
        }
        peek(in); // the next row begins with something read, or there is none
        return false;
    }

    private int peek(Reader in) throws IOException {
        if (at >= end) {
            end = in.read(buffer, 0, buffer.length);
            at = 0;
        }
        return end <= 0 ? -1 : buffer[at];
    }
}
