/// A read model.
@NullMarked
package cn.shouwang.seeded.tree.ring;

import org.jspecify.annotations.NullMarked;
