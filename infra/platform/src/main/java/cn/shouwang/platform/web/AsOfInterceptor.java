package cn.shouwang.platform.web;

import cn.shouwang.platform.history.AsOf;
import cn.shouwang.platform.history.Moments;
import cn.shouwang.platform.history.NotOfThePast;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.validation.BindException;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// Every GET may ask for the past: `?asOf=<instant>` as it was recorded by then, `&asOfDay=<day>` counting
/// only what was true by that village day. The day alone stands on the newest settled instant.
///
/// The answer tells in `As-Of`, `As-Of-Position` and `As-Of-Day` on what it stands; asked again with
/// these it is the same. A moment that is not settled (`as-of.too-recent`), an act (`as-of.only-get`), and
/// an answer that knows the present only (`as-of.not-here`) are refused.
public final class AsOfInterceptor implements AsyncHandlerInterceptor {

    static final String AT = "asOf";
    static final String DAY = "asOfDay";

    /// What is answered by another thread, later.
    private static final Class<?>[] LATER = {
        ResponseBodyEmitter.class, StreamingResponseBody.class, Callable.class, DeferredResult.class, WebAsyncTask.class
    };

    private final Moments moments;

    public AsOfInterceptor(Moments moments) {
        this.moments = moments;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws BindException {
        AsOf.end(); // of whatever this thread did before
        if (request.getParameter(AT) == null && request.getParameter(DAY) == null) {
            return true;
        }
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            throw new NotOfThePast("as-of.only-get");
        }
        if (request.getUserPrincipal() == null || isAnsweredLater(handler)) {
            throw new NotOfThePast("as-of.not-here");
        }
        var asOf = moments.asOf(read(request, AT, AsOfInterceptor::instant), read(request, DAY, LocalDate::parse));
        response.setHeader("As-Of", asOf.at().toString());
        response.setHeader("As-Of-Position", Long.toString(asOf.position()));
        if (asOf.day() != null) {
            response.setHeader("As-Of-Day", asOf.day().toString());
        }
        asOf.ask();
        return true;
    }

    private static boolean isAnsweredLater(Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        var answer = method.getReturnType().getParameterType();
        for (var later : LATER) {
            if (ClassUtils.isAssignable(later, answer)) {
                return true;
            }
        }
        return false;
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static <T> @Nullable T read(HttpServletRequest request, String name, Function<String, T> reading)
            throws BindException {
        var said = request.getParameterValues(name);
        if (said == null) {
            return null;
        }
        try {
            if (said.length == 1) {
                return reading.apply(said[0]);
            }
        } catch (DateTimeException _) {
            // told below
        }
        var wrong = new MapBindingResult(Map.of(), "question");
        wrong.rejectValue(name, "invalid");
        throw new BindException(wrong);
    }

    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        AsOf.end();
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        AsOf.end();
    }
}
