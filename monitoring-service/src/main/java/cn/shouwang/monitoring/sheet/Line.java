package cn.shouwang.monitoring.sheet;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// One row of a table as it was read: `number` counts the rows of the file from 1, title and blank rows
/// included. `fault` is what the reader itself found wrong; `numbers` and `formulas` have a bit for each
/// cell that a spreadsheet keeps as a number, or computes.
@SuppressWarnings("ArrayRecordComponent") // read at once, never compared
public record Line(
        int number, String[] cells, int count, @Nullable Verdict fault, BitSet numbers, BitSet formulas) {

    /// The national export has some 200 columns.
    static final int MOST_CELLS = 256;

    private static final BitSet NONE = new BitSet(0);

    static final int LONGEST_CELL = 2_000;

    static Line of(int number, String[] cells, int count, @Nullable Verdict fault) {
        return new Line(number, cells, count, fault, NONE, NONE);
    }

    /// The cell's text, empty behind the last one.
    public String cell(int index) {
        return index < count ? cells[index] : "";
    }

    boolean isNumber(int index) {
        return numbers.get(index);
    }

    boolean isFormula(int index) {
        return formulas.get(index);
    }

    public boolean isBlank() {
        for (var index = 0; index < count; index++) {
            if (!cells[index].isBlank()) {
                return false;
            }
        }
        return true;
    }

    /// How many cells there are up to the last that is not blank.
    public int filled() {
        var last = count;
        while (last > 0 && cells[last - 1].isBlank()) {
            last--;
        }
        return last;
    }
}
