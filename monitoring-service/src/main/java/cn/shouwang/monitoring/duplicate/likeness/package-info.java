/// Who is like whom, kept as keyed hashes only.
@NullMarked
package cn.shouwang.monitoring.duplicate.likeness;

import org.jspecify.annotations.NullMarked;
