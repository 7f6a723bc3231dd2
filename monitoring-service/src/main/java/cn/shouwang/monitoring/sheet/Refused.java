package cn.shouwang.monitoring.sheet;

/// Why a row cannot be taken, and the column it is about, from 0, or -1. Thrown and caught within one row,
/// so without a trace; it names nothing personal.
public final class Refused extends Exception {

    private final Verdict verdict;
    private final int column;

    public Refused(Verdict verdict, int column) {
        super(verdict.name(), null, false, false);
        this.verdict = verdict;
        this.column = column;
    }

    public Verdict verdict() {
        return verdict;
    }

    public int column() {
        return column;
    }
}
