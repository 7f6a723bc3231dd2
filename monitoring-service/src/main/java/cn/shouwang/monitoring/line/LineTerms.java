package cn.shouwang.monitoring.line;

import java.time.LocalDate;

/// What a line says: fen per head per year, whether an income equal to it is under it (以下 includes
/// the number itself, Civil Code art. 1259), which income counts, the document that sets it, from
/// which day it is used, and how the amount came about, as far as known.
public record LineTerms(
        long amountFen,
        boolean inclusive,
        Basis basis,
        String documentNo,
        LocalDate effectiveFrom,
        String derivation) {}
