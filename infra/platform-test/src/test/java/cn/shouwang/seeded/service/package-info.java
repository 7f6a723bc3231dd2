/// A layer, which no package should be.
@NullMarked
package cn.shouwang.seeded.service;

import org.jspecify.annotations.NullMarked;
