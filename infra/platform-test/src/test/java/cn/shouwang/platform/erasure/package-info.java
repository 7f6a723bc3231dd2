/// Tests of forgetting: who may decide it, and that it is carried out.
@NullMarked
package cn.shouwang.platform.erasure;

import org.jspecify.annotations.NullMarked;
