/// Who asks: a browser with a session, or a program with a bearer token.
///
/// A session's tokens stay in the gateway's memory; the browser has a cookie and nothing else. What the person
/// may do is the services' decision.
@NullMarked
package cn.shouwang.gateway.access;

import org.jspecify.annotations.NullMarked;
