package cn.shouwang.platform.web;

import cn.shouwang.platform.command.KeyReused;
import cn.shouwang.platform.history.NotOfThePast;
import cn.shouwang.platform.projection.ViewBuilding;
import cn.shouwang.platform.reading.NothingToShow;
import cn.shouwang.platform.reading.TooManyReadings;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.sealing.Forgotten;
import cn.shouwang.platform.security.NotAllowed;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.store.LogUnavailable;
import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Turns every exception into a problem. What the caller sent is never repeated, neither in the
/// answer nor in the log.
@RestControllerAdvice
public final class ProblemAdvice {

    private static final Logger LOGGER = LoggerFactory.getLogger(ProblemAdvice.class);

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z]{0,39}");

    private final Problems problems;
    private final RefusalNote refusals;

    public ProblemAdvice(Problems problems, RefusalNote refusals) {
        this.problems = problems;
        this.refusals = refusals;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> rule(RuleBroken refusal, Locale locale) {
        return answer(problems.rule(refusal.rule(), locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> past(NotOfThePast refusal, Locale locale) {
        return answer(problems.rule(refusal.code(), locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> reused(KeyReused refusal, Locale locale) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency.key-reused", locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> place(OutOfDivision refusal, HttpServletRequest request, Locale locale) {
        refusals.note(request, "access.out-of-division");
        return problem(HttpStatus.FORBIDDEN, "access.out-of-division", locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> office(NotAllowed refusal, HttpServletRequest request, Locale locale) {
        refusals.note(request, "access.not-allowed");
        return problem(HttpStatus.FORBIDDEN, "access.not-allowed", locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(AggregateNotFoundException missing, Locale locale) {
        return problem(HttpStatus.NOT_FOUND, "not-found", locale);
    }

    /// The id is that of something else: of that kind there is nothing under it.
    @ExceptionHandler
    ResponseEntity<ProblemDetail> otherKind(IncompatibleAggregateException other, Locale locale) {
        return problem(HttpStatus.NOT_FOUND, "not-found", locale);
    }

    /// Parameters that are too many, or whose names are none.
    @ExceptionHandler({InvalidParameterException.class, InvalidPropertyException.class})
    ResponseEntity<ProblemDetail> parameters(Exception failure, Locale locale) {
        return problem(HttpStatus.BAD_REQUEST, "request.invalid", locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(NotFound missing, Locale locale) {
        return problem(HttpStatus.NOT_FOUND, "not-found", locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> gone(Gone missing, Locale locale) {
        return problem(HttpStatus.GONE, "sealing.gone", locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooMany refusal, Locale locale) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(refusal.seconds()))
                .body(problems.problem(HttpStatus.TOO_MANY_REQUESTS, "request.too-many", locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> changed(ConcurrencyException conflict, Locale locale) {
        return problem(HttpStatus.CONFLICT, "log.changed-meanwhile", locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> forgotten(Forgotten refusal, Locale locale) {
        return problem(HttpStatus.CONFLICT, "sealing.forgotten", locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> gone(NothingToShow refusal, Locale locale) {
        return problem(HttpStatus.GONE, refusal.code(), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> often(TooManyReadings refusal, Locale locale) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, "600")
                .body(problems.problem(HttpStatus.TOO_MANY_REQUESTS, "reading.too-many", locale));
    }

    @ExceptionHandler({LogUnavailable.class, MongoException.class, EventStoreException.class})
    ResponseEntity<ProblemDetail> away(Exception failure, Locale locale) {
        LOGGER.warn("the store does not answer: {}", failure.getClass().getName());
        return later("log.unavailable", locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> building(ViewBuilding failure, Locale locale) {
        return later("view.building", locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException failure, Locale locale) {
        if (failure.getCause() instanceof UnrecognizedPropertyException unknown) {
            return invalid("request.unknown-field", List.of(path(unknown)), locale);
        }
        if (failure.getCause() instanceof DatabindException at && !at.getPath().isEmpty()) {
            return invalid("request.invalid", List.of(path(at)), locale);
        }
        return problem(HttpStatus.BAD_REQUEST, "request.malformed", locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(BindException failure, Locale locale) {
        return invalid("request.invalid", failure.getFieldErrors(), locale, failure);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(MethodArgumentNotValidException failure, Locale locale) {
        return invalid("request.invalid", failure.getFieldErrors(), locale, failure);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(HandlerMethodValidationException failure, Locale locale) {
        var errors = failure.getParameterValidationResults().stream()
                .map(result -> error(String.valueOf(result.getMethodParameter().getParameterName()), "invalid"))
                .toList();
        return invalid("request.invalid", errors, locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mistyped(MethodArgumentTypeMismatchException failure, Locale locale) {
        // an id that is none names nothing
        return problem(HttpStatus.NOT_FOUND, "not-found", locale);
    }

    /// Whoever listened has gone: there is nobody to tell and nothing is wrong.
    @ExceptionHandler
    void unheard(AsyncRequestNotUsableException gone, HttpServletResponse response) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(Exception failure, Locale locale) {
        if (failure instanceof ErrorResponse response
                && response.getStatusCode().is4xxClientError()) {
            return problem(status(response.getStatusCode()), Problems.code(response.getStatusCode()), locale);
        }
        LOGGER.error("{} at {}", failure.getClass().getName(), where(failure));
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal", locale);
    }

    private ResponseEntity<ProblemDetail> invalid(
            String code, List<FieldError> fields, Locale locale, BindException failure) {
        var named = fields.stream().map(field -> error(field.getField(), String.valueOf(field.getCode())));
        var global = failure.getGlobalErrors().stream().map(error -> error("", String.valueOf(error.getCode())));
        return invalid(code, Stream.concat(named, global).toList(), locale);
    }

    private ResponseEntity<ProblemDetail> invalid(String code, List<Map<String, String>> errors, Locale locale) {
        var problem = problems.problem(HttpStatus.BAD_REQUEST, code, locale);
        problem.setProperty("errors", errors);
        return answer(problem);
    }

    private static Map<String, String> path(JacksonException failure) {
        var path = new StringBuilder();
        for (var step : failure.getPath()) {
            path.append(step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + name(step));
        }
        var text = path.toString();
        return error(text.startsWith(".") ? text.substring(1) : text, "invalid");
    }

    /// Even a field's name may be an id number that slipped; only what looks like a name is repeated.
    private static String name(JacksonException.Reference step) {
        return NAME.matcher(step.getPropertyName()).matches() ? step.getPropertyName() : "?";
    }

    private static Map<String, String> error(String field, String code) {
        return Map.of("field", field, "code", code);
    }

    private ResponseEntity<ProblemDetail> later(String code, Locale locale) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(problems.problem(HttpStatus.SERVICE_UNAVAILABLE, code, locale));
    }

    private ResponseEntity<ProblemDetail> problem(HttpStatus status, String code, Locale locale) {
        return answer(problems.problem(status, code, locale));
    }

    /// Named, because an `Accept` that cannot be read would otherwise leave a refusal without a word.
    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static HttpStatus status(HttpStatusCode code) {
        var status = HttpStatus.resolve(code.value());
        return status == null ? HttpStatus.BAD_REQUEST : status;
    }

    private static @Nullable StackTraceElement where(Exception failure) {
        return failure.getStackTrace().length == 0 ? null : failure.getStackTrace()[0];
    }
}
