/// What is waiting to be done: reports to answer, clues to follow, the next step of every case, proposals to
/// confirm, duties to do, and
/// who may do it. A list only: everything in it is decided in the other concepts.
@NullMarked
package cn.shouwang.monitoring.todo;

import org.jspecify.annotations.NullMarked;
