package cn.shouwang.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Lets a request through to the handler whose row it was decided by, and to no other: should the
/// table and the web layer ever read a path differently, or something other than a controller method
/// answer, the caller is told that there is no such thing.
///
/// A request comes in once. What is dispatched again, to finish a streamed answer, was decided then.
final class AccessInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            return true;
        }
        var answering = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var decided = request.getAttribute(AccessDecision.DECIDED);
        if (!(handler instanceof HandlerMethod) || decided == null || !decided.equals(answering)) {
            throw new NotFound();
        }
        return true;
    }
}
