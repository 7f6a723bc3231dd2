/// How the gateway says no: RFC 9457 problems with a stable code, a Chinese title and the request's trace
/// id, and nothing of the request itself.
@NullMarked
package cn.shouwang.gateway.problem;

import org.jspecify.annotations.NullMarked;
