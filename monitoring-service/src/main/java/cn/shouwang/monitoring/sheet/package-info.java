/// A stranger's table, read row by row: CSV or XLSX, in bounded memory.
///
/// Decided here: how a file of unknown encoding, separator and honesty is read, what a cell is taken to
/// mean (width of digits, blanks, the form of a day, an id of 15 digits) and which cells cannot be taken
/// as they stand. Nothing is guessed: a doubtful cell costs its row, a file that cannot be judged row by
/// row is refused as a whole (`dataset.…`). What a column is for, its reader says: departments' files in
/// `dataset`, the register's own in `enrolment`.
@NullMarked
package cn.shouwang.monitoring.sheet;

import org.jspecify.annotations.NullMarked;
