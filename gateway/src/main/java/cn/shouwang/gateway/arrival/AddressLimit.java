package cn.shouwang.gateway.arrival;

import cn.shouwang.gateway.GatewaySettings;
import cn.shouwang.gateway.problem.Refused;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/// How often one address may ask; more strictly where nobody has to sign in, and for signing in itself.
/// Probes are not counted.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class AddressLimit implements WebFilter {

    private static final PathPattern PROBES = pattern("/actuator/**");
    private static final List<PathPattern> ANONYMOUS =
            List.of(pattern("/api/*/public/**"), pattern("/oauth2/**"), pattern("/login/**"), pattern("/openapi"));

    private final Buckets all;
    private final Buckets anonymous;

    AddressLimit(GatewaySettings settings) {
        this.all = new Buckets(settings.limits().address());
        this.anonymous = new Buckets(settings.limits().anonymous());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        if (!PROBES.matches(path)) {
            try {
                take(Arrival.address(exchange), path);
            } catch (Refused e) {
                return Mono.error(e);
            }
        }
        return chain.filter(exchange);
    }

    private void take(String address, PathContainer path) {
        all.take(address);
        if (ANONYMOUS.stream().anyMatch(pattern -> pattern.matches(path))) {
            anonymous.take(address);
        }
    }

    private static PathPattern pattern(String pattern) {
        return PathPatternParser.defaultInstance.parse(pattern);
    }
}
