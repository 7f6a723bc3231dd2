/// The village's notice board as anyone may read it without signing in: only what hangs now, and of
/// that only what rule M7 allows.
@NullMarked
package cn.shouwang.monitoring.identification.board;

import org.jspecify.annotations.NullMarked;
