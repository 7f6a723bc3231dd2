/// Tests of the index of the log.
@NullMarked
package cn.shouwang.platform.history;

import org.jspecify.annotations.NullMarked;
