package cn.shouwang.monitoring.sheet;

import cn.shouwang.platform.rule.RuleBroken;
import java.util.function.Consumer;

/// A file as rows of text, read from the front, one row in memory at a time.
public interface Table {

    /// Hands over every row. The cells of a [Line] are its own only until the next one is read.
    void each(Consumer<Line> line);

    /// Whether a whole-numbered day counts from 1904, as some spreadsheets do.
    default boolean from1904() {
        return false;
    }

    /// What the first bytes say it is; refuses with `dataset.old-excel` or `dataset.kind-unknown`.
    static Table of(byte[] file) {
        if (begins(file, 0x50, 0x4B, 0x03, 0x04)) {
            return new XlsxTable(file);
        }
        if (begins(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new RuleBroken("dataset.old-excel", "an .xls or encrypted workbook");
        }
        return new CsvTable(file);
    }

    private static boolean begins(byte[] file, int... bytes) {
        if (file.length < bytes.length) {
            return false;
        }
        for (var at = 0; at < bytes.length; at++) {
            if ((file[at] & 0xFF) != bytes[at]) {
                return false;
            }
        }
        return true;
    }
}
