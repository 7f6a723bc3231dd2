/// The tree against the vectors others publish, and against itself at every small size.
@NullMarked
package cn.shouwang.evidence;

import org.jspecify.annotations.NullMarked;
