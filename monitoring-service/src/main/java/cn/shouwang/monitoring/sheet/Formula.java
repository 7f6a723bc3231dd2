package cn.shouwang.monitoring.sheet;

/// What a spreadsheet takes for a command when it opens a file, and how it is kept from it.
///
/// Source: OWASP, CSV injection: a cell that begins with `= + - @`, a tab or a line break.
public final class Formula {

    private static final String STARTS = "=+-@\t\r\n'";

    private Formula() {}

    static boolean isHarmless(char first) {
        return STARTS.indexOf(first) < 0;
    }

    /// The cell as it may stand in a file that people open: nothing in it is run.
    public static String neutral(String cell) {
        return cell.isEmpty() || isHarmless(cell.charAt(0)) ? cell : "'" + cell;
    }
}
