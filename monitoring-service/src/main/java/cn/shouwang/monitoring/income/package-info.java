/// What a household's yearly income is, and how it came about.
///
/// Decided here: which figures count at a place over a span, and which are set aside; over which
/// twelve months; how net, disposable and reference income follow from what counts. A figure whose
/// item is not in the table is refused; one that the table does not count then and there is kept
/// with the reason and adds nothing. Whoever has the items and the editions computes the same
/// again, to the fen (rule M8).
@NullMarked
package cn.shouwang.monitoring.income;

import org.jspecify.annotations.NullMarked;
