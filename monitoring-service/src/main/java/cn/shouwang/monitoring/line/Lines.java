package cn.shouwang.monitoring.line;

import java.time.LocalDate;

/// The published lines, for decisions.
public interface Lines {

    /// A line as a decision uses it: `version` is the stream and the sequence in it,
    /// `line-440233-2025@0`, to be stored with the decision; the amount is fen per head per year,
    /// to be compared with an income on that basis.
    record InForce(String version, long amountFen, boolean inclusive, Basis basis) {

        /// Whether an income of `fen` per head per year counts as under the line.
        public boolean covers(long fen) {
            return inclusive ? fen <= amountFen : fen < amountFen;
        }
    }

    /// The line in force at a place on a day: that of the nearest area that has one, village, town,
    /// county; of the latest year begun; in its latest version. Refuses with `line.not-published`
    /// when there is none.
    InForce inForce(String division, LocalDate on);
}
