package cn.shouwang.gateway.route;

import cn.shouwang.gateway.GatewaySettings.Breaker;
import cn.shouwang.gateway.arrival.BodyLimit;
import cn.shouwang.gateway.problem.Problem;
import cn.shouwang.gateway.problem.Refused;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Stands between the gateway and one service that may be down, slow or ill.
///
/// * A GET whose connection fails is sent once more; nothing else is ever sent twice.
/// * Failures are: no connection, a connection that breaks, no answer in time, 502, 503, 504. Other
///   answers are the service's own business, 500 too: one address that always fails must not close the
///   service for everybody. So is what the client does: a body too large, too slow or broken off.
/// * After too many failures the service is left alone for a pause and callers are told so at once.
/// * Answers of the service pass unchanged; what it could not say itself becomes a problem that names
///   the service and says whether the request may have been carried out.
final class ServiceGuard implements GatewayFilter {

    private static final Set<HttpStatusCode> ILL =
            Set.of(HttpStatus.BAD_GATEWAY, HttpStatus.SERVICE_UNAVAILABLE, HttpStatus.GATEWAY_TIMEOUT);

    private final String service;
    private final CircuitBreaker breaker;
    private final Duration pause;

    /// The service answered, and the answer passes, but it counts as a failure.
    private static final class IllAnswer extends RuntimeException {

        IllAnswer() {
            super("ill", null, false, false);
        }
    }

    ServiceGuard(String service, CircuitBreaker breaker, Duration pause) {
        this.service = service;
        this.breaker = breaker;
        this.pause = pause;
    }

    static CircuitBreakerConfig config(Breaker settings) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.window())
                .minimumNumberOfCalls(settings.least())
                .failureRateThreshold(settings.failurePercent())
                .waitDurationInOpenState(settings.pause())
                .permittedNumberOfCallsInHalfOpenState(settings.trials())
                .recordException(ServiceGuard::isFailure)
                .ignoreException(error -> !isFailure(error))
                .build();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return Mono.defer(() -> chain.filter(exchange))
                .then(Mono.defer(() -> judge(exchange)))
                .retryWhen(onceForGet(exchange))
                .onErrorMap(error -> clientsFault(exchange, error))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorResume(IllAnswer.class, _ -> Mono.empty())
                .onErrorMap(this::told);
    }

    private static Mono<Void> judge(ServerWebExchange exchange) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        return status != null && ILL.contains(status) ? Mono.error(new IllAnswer()) : Mono.empty();
    }

    private static Retry onceForGet(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        HttpHeaders headers = request.getHeaders();
        boolean hasBody = headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
        boolean get = request.getMethod().equals(HttpMethod.GET) && !hasBody; // a body cannot be read twice
        return Retry.max(1)
                .filter(error -> get && error instanceof IOException)
                .doBeforeRetry(_ -> ServerWebExchangeUtils.reset(exchange))
                .onRetryExhaustedThrow((_, attempts) -> attempts.failure());
    }

    /// Without the whole body the service could not answer.
    private static Throwable clientsFault(ServerWebExchange exchange, Throwable error) {
        boolean service = BodyLimit.complete(exchange) || isUnreachable(error) || error instanceof Refused;
        return service || !isFailure(error) ? error : new Refused(Problem.bodyTooSlow());
    }

    private static boolean isFailure(Throwable error) {
        return error instanceof IllAnswer || error instanceof IOException || isTimeout(error);
    }

    private static boolean isUnreachable(Throwable error) {
        return error instanceof ConnectException || error instanceof UnknownHostException;
    }

    private static boolean isTimeout(Throwable error) {
        return error instanceof ReadTimeoutException
                || (error instanceof ResponseStatusException status
                        && status.getStatusCode() == HttpStatus.GATEWAY_TIMEOUT);
    }

    private Throwable told(Throwable error) {
        if (error instanceof CallNotPermittedException || isUnreachable(error)) {
            return new Refused(Problem.unavailable(service, pause));
        }
        if (isTimeout(error)) {
            return new Refused(Problem.timeout(service));
        }
        return error instanceof IOException ? new Refused(Problem.noAnswer(service)) : error;
    }
}
