/// What an answer as of the past costs: one thing, and a whole list, among many events.
@NullMarked
package cn.shouwang.bench.asof;

import org.jspecify.annotations.NullMarked;
