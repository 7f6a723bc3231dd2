package cn.shouwang.gateway.problem;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.stereotype.Component;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Answers with problems: those that are thrown, and those that the rules of access write.
///
/// Only a fault of the gateway itself is logged, by its trace id and its stack, since paths and queries
/// may carry what a log must not.
@Component
@Order(-2) // before Spring Boot's handler
public final class Problems implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final String TRACE_ID = Problems.class.getName() + ".traceId";

    private final JsonMapper json;
    private final Witness witness;

    Problems(JsonMapper json, Witness witness) {
        this.json = json;
        this.witness = witness;
    }

    /// Says under which id this request is told of, here and in the services.
    public static void traceAs(ServerWebExchange exchange, String traceId) {
        exchange.getAttributes().put(TRACE_ID, traceId);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            log.atWarn().addKeyValue("traceId", traceId(exchange)).log("an answer broke off");
            return Mono.error(error); // closes the connection, so that half an answer does not look whole
        }
        Problem problem = problemOf(error);
        if (problem.status() == HttpStatus.INTERNAL_SERVER_ERROR) {
            log.atError()
                    .addKeyValue("traceId", traceId(exchange))
                    .setCause(error)
                    .log("fault");
        }
        return answer(exchange, problem);
    }

    public Mono<Void> answer(ServerWebExchange exchange, Problem problem) {
        Mono<Void> written = Mono.defer(() -> {
            ServerHttpResponse response = exchange.getResponse();
            response.setStatusCode(problem.status());
            HttpHeaders headers = response.getHeaders();
            headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            if (problem.status() == HttpStatus.METHOD_NOT_ALLOWED) {
                headers.set(HttpHeaders.ALLOW, "GET, HEAD, POST, PUT, PATCH, DELETE");
            }
            if (problem.status() == HttpStatus.CONTENT_TOO_LARGE || problem.status() == HttpStatus.REQUEST_TIMEOUT) {
                headers.setConnection("close"); // the rest of the body is not waited for
            }
            Duration wait = problem.retryAfter();
            if (wait != null) {
                headers.set(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
            }
            byte[] body = json.writeValueAsBytes(problem.body(traceId(exchange)));
            headers.setContentLength(body.length);
            return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
        });
        return witness.see(exchange, problem, traceId(exchange)).then(written);
    }

    private static String traceId(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(TRACE_ID, "");
    }

    private static Problem problemOf(Throwable error) {
        return switch (error) {
            case Refused refused -> refused.problem();
            case ResponseStatusException status -> problemOf(status);
            case AuthenticationServiceException _ -> Problem.issuerUnavailable();
            case DataBufferLimitException _ -> Problem.badRequest();
            // an Accept that names nothing, or goes on and on
            case InvalidMediaTypeException _ -> Problem.badRequest();
            case InvalidMimeTypeException _ -> Problem.badRequest();
            default -> Problem.fault();
        };
    }

    private static Problem problemOf(ResponseStatusException error) {
        if (error.getStatusCode().value() == HttpStatus.NOT_FOUND.value()) {
            return Problem.notFound();
        }
        return error.getStatusCode().is4xxClientError() ? Problem.badRequest() : Problem.fault();
    }
}
