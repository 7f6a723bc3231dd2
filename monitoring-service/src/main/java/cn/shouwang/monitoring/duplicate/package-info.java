/// The same person twice: found by keyed hashes, decided by a person, merged as a link that can be taken
/// away again.
///
/// Nothing is ever written into the streams of the two sides. While a pair is merged, the one that
/// was merged does not count as a person of its own (rule M13), and the steps of a clue that was
/// merged rest; an undone merge leaves every other row as if it had never been.
@NullMarked
package cn.shouwang.monitoring.duplicate;

import org.jspecify.annotations.NullMarked;
