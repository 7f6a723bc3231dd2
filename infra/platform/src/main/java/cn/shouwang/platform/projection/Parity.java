package cn.shouwang.platform.projection;

import java.util.List;

/// What a comparison of two generations of a read model came to.
///
/// Both had seen the log up to `position` when it began; each row was then compared as of one log position
/// in both. Two rows are equal when all their fields but `at` are: numbers, texts, days and lists as they
/// are, fields in whatever order, sealed texts by subject and plain text, whatever they were sealed with;
/// what is forgotten equals what is forgotten. A row of the first that the second lacks is `missing`, one
/// that only the second has is `extra`. `unsettled` rows changed all the time or belong to a reader that
/// does not move, so that nothing can be said of them.
///
/// `hash` and `otherHash` cover every row, in no order; they are equal exactly when no row differs. They
/// are salted anew for each comparison, so that nothing can be learned from them about what is personal.
/// `ids` names at most [#MOST_NAMED] of the rows that are not equal.
public record Parity(
        long position,
        long rows,
        long otherRows,
        String hash,
        String otherHash,
        long differing,
        long missing,
        long extra,
        long unsettled,
        List<String> ids) {

    static final int MOST_NAMED = 20;

    public Parity {
        ids = List.copyOf(ids);
    }

    /// Rows that are not equal, or of which it is not known.
    public long unequal() {
        return differing + missing + extra + unsettled;
    }
}
