/// Looking into the log: which events there are, one event whole, and what a subject was at a moment and
/// how it came about.
///
/// Everything is told as it is stored, in no service's own terms, and nothing sealed is opened: where
/// something personal stands, it says that it is sealed, or that it is forgotten and since when.
@NullMarked
package cn.shouwang.platform.browser;

import org.jspecify.annotations.NullMarked;
