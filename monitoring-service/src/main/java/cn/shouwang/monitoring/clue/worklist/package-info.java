/// The clues of a division: what must be seen to, by whom, by when, and what came of it.
@NullMarked
package cn.shouwang.monitoring.clue.worklist;

import org.jspecify.annotations.NullMarked;
