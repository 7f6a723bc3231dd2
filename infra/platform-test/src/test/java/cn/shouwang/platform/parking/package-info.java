/// Tests of what is put on record about parked messages.
@NullMarked
package cn.shouwang.platform.parking;

import org.jspecify.annotations.NullMarked;
