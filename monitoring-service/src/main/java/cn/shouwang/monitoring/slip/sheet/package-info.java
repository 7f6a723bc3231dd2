/// The slip of a household for a year: every line with the fact it follows from.
@NullMarked
package cn.shouwang.monitoring.slip.sheet;

import org.jspecify.annotations.NullMarked;
