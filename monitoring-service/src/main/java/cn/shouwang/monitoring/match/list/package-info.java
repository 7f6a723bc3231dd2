/// Proposals as lists, each with the facts it rests on and what became of it.
@NullMarked
package cn.shouwang.monitoring.match.list;

import org.jspecify.annotations.NullMarked;
