/// Tests of sealing against the embedded or a real server.
@NullMarked
package cn.shouwang.platform.sealing;

import org.jspecify.annotations.NullMarked;
