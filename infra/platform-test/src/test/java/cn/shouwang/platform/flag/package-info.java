@NullMarked
package cn.shouwang.platform.flag;

import org.jspecify.annotations.NullMarked;
