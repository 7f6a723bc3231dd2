/// The edge.
@NullMarked
package cn.shouwang.seeded.contract;

import org.jspecify.annotations.NullMarked;
