/// Tests of the read log.
@NullMarked
package cn.shouwang.platform.reading;

import org.jspecify.annotations.NullMarked;
