package cn.shouwang.gateway.access;

import cn.shouwang.gateway.GatewaySettings;
import cn.shouwang.gateway.problem.Problem;
import cn.shouwang.gateway.problem.Refused;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// The second line behind the CSRF token: a request that changes something and of which the browser says
/// that another site made it is refused, signed in or not. A program says nothing of the kind.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
final class OwnSite implements WebFilter {

    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final @Nullable URI address;
    private final boolean secure;

    OwnSite(GatewaySettings settings) {
        this.address = settings.address();
        this.secure = settings.secure();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        return CsrfRules.isSafe(request.getMethod()) || isOwn(request)
                ? chain.filter(exchange)
                : Mono.error(new Refused(Problem.crossSite()));
    }

    private boolean isOwn(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        String site = headers.getFirst("Sec-Fetch-Site");
        String origin = headers.getOrigin();
        return (site == null || OWN.contains(site)) && (origin == null || isOwn(origin, headers.getHost()));
    }

    /// The address the browser used counts as much as the configured one: it sends the first truly.
    private boolean isOwn(String origin, @Nullable InetSocketAddress host) {
        if (address != null && origin.equals(address.getScheme() + "://" + address.getRawAuthority())) {
            return true;
        }
        String scheme = secure ? "https" : "http";
        return host != null && origin.equals(scheme + "://" + text(host));
    }

    private static String text(InetSocketAddress host) {
        return host.getPort() == 0 ? host.getHostString() : host.getHostString() + ":" + host.getPort();
    }
}
