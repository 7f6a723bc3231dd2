package cn.shouwang.monitoring.dataset;

import org.jspecify.annotations.Nullable;

/// One row of a table as it was read: `number` counts the rows of the file from 1, title and blank rows
/// included. `fault` is what the reader itself found wrong; `numbers` and `formulas` have a bit for each
/// of the first 64 cells that a spreadsheet keeps as a number, or computes.
@SuppressWarnings("ArrayRecordComponent") // read at once, never compared
record Line(int number, String[] cells, int count, @Nullable Verdict fault, long numbers, long formulas) {

    static final int MOST_CELLS = 64;
    static final int LONGEST_CELL = 2_000;

    static Line of(int number, String[] cells, int count, @Nullable Verdict fault) {
        return new Line(number, cells, count, fault, 0, 0);
    }

    /// The cell's text, empty behind the last one.
    String cell(int index) {
        return index < count ? cells[index] : "";
    }

    boolean isNumber(int index) {
        return (numbers & 1L << index) != 0;
    }

    boolean isFormula(int index) {
        return (formulas & 1L << index) != 0;
    }

    boolean isBlank() {
        for (var index = 0; index < count; index++) {
            if (!cells[index].isBlank()) {
                return false;
            }
        }
        return true;
    }

    /// How many cells there are up to the last that is not blank.
    int filled() {
        var last = count;
        while (last > 0 && cells[last - 1].isBlank()) {
            last--;
        }
        return last;
    }
}
