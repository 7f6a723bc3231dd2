/// What happens to a request before anybody asks who sent it: foreign headers go, it gets a trace id,
/// its body and its rate are bounded.
@NullMarked
package cn.shouwang.gateway.arrival;

import org.jspecify.annotations.NullMarked;
