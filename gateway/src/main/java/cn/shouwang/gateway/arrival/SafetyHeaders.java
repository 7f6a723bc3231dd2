package cn.shouwang.gateway.arrival;

import cn.shouwang.gateway.GatewaySettings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// What every answer tells a browser, unless the service said it already: also those refused before
/// anybody asked who sent the request. Pages may use our own scripts and styles and nothing inline.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SafetyHeaders implements WebFilter {

    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    private final Map<String, String> headers = new LinkedHashMap<>();

    SafetyHeaders(GatewaySettings settings) {
        headers.put("Content-Security-Policy", CONTENT_POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put(HttpHeaders.CACHE_CONTROL, "no-store");
        if (settings.secureCookies()) { // the proxy in front ends TLS, so the scheme here says nothing
            headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders answer = exchange.getResponse().getHeaders();
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(() -> headers.forEach((name, value) -> {
                    if (!answer.containsHeader(name)) {
                        answer.set(name, value);
                    }
                })));
        return chain.filter(exchange);
    }
}
