package cn.shouwang.platform.web;

import io.micrometer.tracing.Tracer;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/// Makes RFC 9457 problems: `{type, title, status, code, traceId?, detail?, errors?}`.
///
/// `code` is stable; `type` is `urn:rule:<code>` for a refusal by the domain and `urn:problem:<code>`
/// otherwise. `title` is for the user, Chinese unless English is asked for, from the message
/// `rule.<code>` or `problem.<code>`. Nothing the caller sent is repeated.
public final class Problems {

    private final MessageSource messages;
    private final @Nullable Tracer tracer;

    public Problems(MessageSource messages, @Nullable Tracer tracer) {
        this.messages = messages;
        this.tracer = tracer;
    }

    /// A refusal by a rule of the domain, 409.
    public ProblemDetail rule(String code, Locale locale) {
        return problem(HttpStatus.CONFLICT, "rule", code, locale);
    }

    /// Any other refusal or failure.
    public ProblemDetail problem(HttpStatus status, String code, Locale locale) {
        return problem(status, "problem", code, locale);
    }

    /// The code of a failure of which nothing but the status is known.
    static String code(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> "access.unauthenticated";
            case 403 -> "access.not-allowed";
            case 404 -> "not-found";
            case 405 -> "request.method";
            case 413 -> "request.too-large";
            case 415 -> "request.media-type";
            default -> status.is5xxServerError() ? "internal" : "request.invalid";
        };
    }

    private ProblemDetail problem(HttpStatus status, String kind, String code, Locale locale) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:" + kind + ":" + code));
        problem.setTitle(messages.getMessage(kind + "." + code, null, code, locale));
        problem.setProperty("code", code);
        var span = tracer == null ? null : tracer.currentSpan();
        if (span != null) {
            problem.setProperty("traceId", span.context().traceId());
        }
        return problem;
    }
}
