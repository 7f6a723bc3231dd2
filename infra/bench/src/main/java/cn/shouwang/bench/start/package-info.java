/// How long it takes from nothing to the first monitored household, and what memory that needs.
@NullMarked
package cn.shouwang.bench.start;

import org.jspecify.annotations.NullMarked;
