@NullMarked
package cn.shouwang.platform.evidence;

import org.jspecify.annotations.NullMarked;
