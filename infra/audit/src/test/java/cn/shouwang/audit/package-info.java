@NullMarked
package cn.shouwang.audit;

import org.jspecify.annotations.NullMarked;
