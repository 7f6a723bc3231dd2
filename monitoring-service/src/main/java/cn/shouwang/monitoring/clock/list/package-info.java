/// Every case that waits for something, with the colour of its clock.
@NullMarked
package cn.shouwang.monitoring.clock.list;

import org.jspecify.annotations.NullMarked;
