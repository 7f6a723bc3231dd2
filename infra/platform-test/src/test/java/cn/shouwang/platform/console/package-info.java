/// Tests of the console: what may be done to readers and read models, and in what order.
@NullMarked
package cn.shouwang.platform.console;

import org.jspecify.annotations.NullMarked;
