package cn.shouwang.gateway.route;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// What of a service's answer is not for the outside: its cookies, its own name, its CORS answers; and
/// a `Location` of its own becomes one of the gateway's.
final class AnswerHeaders implements GatewayFilter {

    private static final Set<String> INSIDE = Set.of("set-cookie", "server", "x-powered-by");

    private final String prefix;

    AnswerHeaders(String service) {
        this.prefix = "/api/" + service;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange)
                .then(Mono.fromRunnable(() -> clean(exchange.getResponse().getHeaders())));
    }

    private void clean(HttpHeaders headers) {
        List.copyOf(headers.headerNames()).stream()
                .filter(AnswerHeaders::isInside)
                .forEach(headers::remove);
        String location = moved(headers.getFirst(HttpHeaders.LOCATION));
        if (location != null) {
            headers.set(HttpHeaders.LOCATION, location);
        }
    }

    private static boolean isInside(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return INSIDE.contains(name) || name.startsWith("access-control-") || name.startsWith("x-shouwang-");
    }

    private @Nullable String moved(@Nullable String location) {
        return location != null && location.startsWith("/") && !location.startsWith("//") ? prefix + location : null;
    }
}
