/// A concept.
@NullMarked
package cn.shouwang.seeded.tree;

import org.jspecify.annotations.NullMarked;
