/// Whether a person can be forgotten: planted, written about in every place there is, forgotten, and
/// then looked for.
@NullMarked
package cn.shouwang.bench.drill.forget;

import org.jspecify.annotations.NullMarked;
