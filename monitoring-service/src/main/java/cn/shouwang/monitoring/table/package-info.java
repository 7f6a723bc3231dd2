/// The standard tables the county hands in, as spreadsheets with the field names of the national forms.
///
/// A table is written while it is read, row by row, from the lists and figures it opens to, so it holds
/// what they hold, within the caller's division and as of the moment asked for. Names stay masked: a
/// table leaves the house.
@NullMarked
package cn.shouwang.monitoring.table;

import org.jspecify.annotations.NullMarked;
