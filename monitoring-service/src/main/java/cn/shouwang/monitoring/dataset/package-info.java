/// What a department's file becomes before anybody approves it: a verdict for each row.
///
/// Decided here: which datasets there are and what their columns are called, which rows can be taken as
/// they stand and why the others cannot; how a stranger's file is read stands in `sheet`. Nothing is
/// guessed: what is not certain is refused, row by row. What is accepted leaves here as facts under a keyed hash
/// of the id number; no id, name or address leaves this package.
@NullMarked
package cn.shouwang.monitoring.dataset;

import org.jspecify.annotations.NullMarked;
