/// Tests of policies over a real log.
@NullMarked
package cn.shouwang.platform.policy;

import org.jspecify.annotations.NullMarked;
