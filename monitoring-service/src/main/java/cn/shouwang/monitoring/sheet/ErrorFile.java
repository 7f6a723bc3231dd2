package cn.shouwang.monitoring.sheet;

import cn.shouwang.monitoring.person.Masked;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// The rows that were refused, as a CSV in UTF-8 with a mark: number of the row, column, code, reason, and
/// of the id its first six and last four characters. Nothing else of the row is repeated, and no cell
/// can be run by the spreadsheet that opens it.
public final class ErrorFile {

    private static final String TITLES = "\uFEFF行号,列,原因代码,原因,证件号码\r\n";
    private static final int LONGEST_ID = 18;

    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private @Nullable GZIPOutputStream rows;

    /// `column` is the title it is about, or empty; `reason` in Chinese, of our own words; `id` the cell that
    /// should hold an id, as it came.
    public void add(int row, String column, Verdict verdict, String reason, String id) {
        write(String.join(
                        ",",
                        Integer.toString(row),
                        column.isEmpty() ? "" : cell(column),
                        verdict.name(),
                        reason,
                        cell(shown(id)))
                + "\r\n");
    }

    /// Null when nothing was refused.
    public byte @Nullable [] packed() {
        if (rows == null) {
            return null;
        }
        try {
            rows.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private void write(String text) {
        try {
            if (rows == null) {
                rows = new GZIPOutputStream(packed, 8_192);
                rows.write(TITLES.getBytes(StandardCharsets.UTF_8));
            }
            rows.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Only what could be an id is shown in part: in a shifted row it may be anything.
    private static String shown(String cell) {
        var plain = Plain.text(cell);
        return plain.length() <= LONGEST_ID && plain.matches("[0-9]{6,}[0-9A-Za-z]*") ? Masked.id(plain) : "";
    }

    private static String cell(String text) {
        return '"' + Formula.neutral(text).replace("\"", "\"\"") + '"';
    }
}
