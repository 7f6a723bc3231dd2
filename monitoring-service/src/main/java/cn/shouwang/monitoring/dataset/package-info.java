/// What a department's file becomes before anybody approves it: a verdict for each row.
///
/// Decided here: which datasets there are and what their columns are called, how a CSV or XLSX file of
/// a stranger is read in bounded memory, which rows can be taken as they stand and why the others
/// cannot. Nothing is guessed: what is not certain is refused, row by row, and a file that cannot be
/// judged row by row is refused as a whole. What is accepted leaves here as facts under a keyed hash
/// of the id number; no id, name or address leaves this package.
@NullMarked
package cn.shouwang.monitoring.dataset;

import org.jspecify.annotations.NullMarked;
