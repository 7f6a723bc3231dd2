package cn.shouwang.gateway.arrival;

import cn.shouwang.gateway.GatewaySettings;
import cn.shouwang.gateway.problem.Problems;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// The first thing a request meets: headers that only our own side may set go, and the request
/// gets a `traceparent` of ours, so that a caller can neither pretend an origin nor choose a trace.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class Arrival implements WebFilter {

    private static final String ADDRESS = Arrival.class.getName() + ".address";
    private static final String FORWARDED_FOR = "x-forwarded-for";
    private static final Set<String> FOREIGN = Set.of(
            "forwarded",
            "x-real-ip",
            "x-client-ip",
            "x-original-url",
            "x-rewrite-url",
            "x-http-method",
            "x-http-method-override",
            "x-method-override",
            "traceparent",
            "tracestate",
            "baggage",
            "b3",
            // hop by hop (RFC 9110 7.6.1); without upgrade there are no web sockets
            "connection",
            "upgrade",
            "keep-alive",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer");

    private final Set<String> trustedProxies;

    Arrival(GatewaySettings settings) {
        this.trustedProxies = settings.trustedProxies();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        exchange.getAttributes().put(ADDRESS, clientAddress(request));
        String traceId = randomHex() + randomHex();
        Problems.traceAs(exchange, traceId);
        ServerHttpRequest cleaned = request.mutate()
                .headers(headers -> {
                    headers.getConnection().forEach(headers::remove); // meant for this hop; later it would hit ours
                    List.copyOf(headers.headerNames()).stream()
                            .filter(Arrival::isForeign)
                            .forEach(headers::remove);
                    headers.set("traceparent", "00-%s-%s-01".formatted(traceId, randomHex()));
                })
                .build();
        return chain.filter(exchange.mutate().request(cleaned).build());
    }

    /// Whose request it is, as far as the network says: the address of the connection, or what the last
    /// trusted proxy saw. Of an IPv6 address only the network (/64), for a household has a whole one.
    public static String address(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ADDRESS, "");
    }

    private static boolean isForeign(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return FOREIGN.contains(name)
                || name.startsWith("x-forwarded-")
                || name.startsWith("x-shouwang-")
                || name.startsWith("x-b3-");
    }

    private String clientAddress(ServerHttpRequest request) {
        InetSocketAddress connection = request.getRemoteAddress();
        InetAddress peer = connection == null ? null : connection.getAddress();
        if (peer == null) {
            return "";
        }
        if (!trustedProxies.contains(peer.getHostAddress())) {
            return network(peer);
        }
        List<String> hops = request.getHeaders().getValuesAsList(FORWARDED_FOR);
        return hops.reversed().stream()
                .filter(hop -> !trustedProxies.contains(hop))
                .findFirst()
                .map(hop -> literal(hop, peer))
                .map(Arrival::network)
                .orElseGet(() -> network(peer));
    }

    private static InetAddress literal(String address, InetAddress otherwise) {
        try {
            return InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }

    static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 || address.isLoopbackAddress()
                ? address.getHostAddress()
                : HexFormat.of().formatHex(bytes, 0, 8);
    }

    private static String randomHex() {
        long id = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE); // never zero, which W3C forbids
        return HexFormat.of().toHexDigits(id);
    }
}
