/// What is remembered of a refused attempt: a figure by reason, and one line that names nobody but the
/// account that was signed in.
@NullMarked
package cn.shouwang.gateway.refusal;

import org.jspecify.annotations.NullMarked;
