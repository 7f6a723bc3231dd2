@NullMarked
package cn.shouwang.evidence.verify;

import org.jspecify.annotations.NullMarked;
