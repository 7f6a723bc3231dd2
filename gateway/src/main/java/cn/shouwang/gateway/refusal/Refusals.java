package cn.shouwang.gateway.refusal;

import cn.shouwang.gateway.GatewaySettings.Rate;
import cn.shouwang.gateway.arrival.Arrival;
import cn.shouwang.gateway.arrival.Buckets;
import cn.shouwang.gateway.problem.Problem;
import cn.shouwang.gateway.problem.Witness;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/// Counts every refusal as `shouwang.gateway.refused{reason}`, where the reason is the code of the
/// problem, and writes a line for those that look like an attempt: who (the account, if one is signed in),
/// what (method and route, no identifier, no query, no body), why, and from where, as [AddressMark].
///
/// Of one address at most sixty lines a minute are written, so that the log cannot be filled from outside; the
/// figures stay complete.
@Component
public final class Refusals implements Witness {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);
    private static final String ACCOUNT = Refusals.class.getName() + ".account";
    private static final Set<HttpStatus> ATTEMPTS = Set.of(
            HttpStatus.BAD_REQUEST,
            HttpStatus.UNAUTHORIZED,
            HttpStatus.FORBIDDEN,
            HttpStatus.METHOD_NOT_ALLOWED,
            HttpStatus.TOO_MANY_REQUESTS);
    private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.values());

    private final MeterRegistry meters;
    private final RouteNames routes;
    private final AddressMark mark = new AddressMark();
    private final Buckets lines = new Buckets(new Rate(60, 60));

    Refusals(MeterRegistry meters, RouteNames routes) {
        this.meters = meters;
        this.routes = routes;
    }

    /// Says whose request it is, for those that have no session.
    public static void accountIs(ServerWebExchange exchange, String account) {
        exchange.getAttributes().put(ACCOUNT, account);
    }

    @Override
    public Mono<Void> see(ServerWebExchange exchange, Problem problem, String traceId) {
        meters.counter("shouwang.gateway.refused", "reason", problem.code()).increment();
        String address = Arrival.address(exchange);
        if (!ATTEMPTS.contains(problem.status()) || !lines.tryTake(address)) {
            return Mono.empty();
        }
        return account(exchange)
                .doOnNext(account -> log.atInfo()
                        .addKeyValue("account", account)
                        .addKeyValue("method", method(exchange))
                        .addKeyValue(
                                "route",
                                routes.of(exchange.getRequest().getPath().value()))
                        .addKeyValue("reason", problem.code())
                        .addKeyValue("from", mark.of(address))
                        .addKeyValue("traceId", traceId)
                        .log("refused"))
                .then();
    }

    private static Mono<String> account(ServerWebExchange exchange) {
        String known = exchange.getAttribute(ACCOUNT);
        return known != null ? Mono.just(known) : exchange.getSession().map(Refusals::account);
    }

    private static String account(WebSession session) {
        SecurityContext context = session.getAttribute(
                WebSessionServerSecurityContextRepository.DEFAULT_SPRING_SECURITY_CONTEXT_ATTR_NAME);
        return context == null || context.getAuthentication() == null
                ? ""
                : context.getAuthentication().getName();
    }

    private static String method(ServerWebExchange exchange) {
        HttpMethod method = exchange.getRequest().getMethod();
        return METHODS.contains(method) ? method.name() : "other";
    }
}
