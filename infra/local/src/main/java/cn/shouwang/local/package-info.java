/// Everything one machine needs in place of servers.
@NullMarked
package cn.shouwang.local;

import org.jspecify.annotations.NullMarked;
