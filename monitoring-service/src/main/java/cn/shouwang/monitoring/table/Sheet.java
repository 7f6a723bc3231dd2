package cn.shouwang.monitoring.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// One sheet being written, top to bottom. Texts are written as texts, so that none of them is ever
/// computed as a formula.
final class Sheet {

    /// Rows that may wait in memory before they are written out.
    private static final int FLUSH_AFTER = 500;

    private final Worksheet sheet;
    private int row;

    Sheet(Worksheet sheet, List<String> header) {
        this.sheet = sheet;
        for (var column = 0; column < header.size(); column++) {
            sheet.value(0, column, header.get(column));
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
        row = 1;
    }

    /// Adds a row of texts and whole numbers; an absent value leaves its cell empty.
    void add(List<? extends @Nullable Object> cells) {
        for (var column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case null -> {}
                case Number number -> sheet.value(row, column, number);
                case Object text -> sheet.value(row, column, text.toString());
            }
        }
        row++;
        if (row % FLUSH_AFTER == 0) {
            writing(sheet::flush);
        }
    }

    /// Nothing is added any more; the next sheet may begin.
    void end() {
        writing(sheet::finish);
    }

    private interface Writing {

        void run() throws IOException;
    }

    private static void writing(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
