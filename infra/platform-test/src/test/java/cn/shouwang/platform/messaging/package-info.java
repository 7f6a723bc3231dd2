/// Tests of publishing and receiving, from the envelope to a real broker.
@NullMarked
package cn.shouwang.platform.messaging;

import org.jspecify.annotations.NullMarked;
