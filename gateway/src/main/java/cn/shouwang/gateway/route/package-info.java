/// Which service answers, and what happens when it does not.
@NullMarked
package cn.shouwang.gateway.route;

import org.jspecify.annotations.NullMarked;
