/// Tests of what is stored of an event.
@NullMarked
package cn.shouwang.platform.event;

import org.jspecify.annotations.NullMarked;
