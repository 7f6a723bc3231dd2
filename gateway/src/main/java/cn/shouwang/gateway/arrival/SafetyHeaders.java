package cn.shouwang.gateway.arrival;

import cn.shouwang.gateway.GatewaySettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// What every answer tells a browser, whatever a service says: also those refused before anybody asked
/// who sent the request. Our own pages may use our own scripts and styles and nothing inline; anything
/// else may do nothing, should a browser ever show it. A script has the policy of a page, because
/// a worker made of it obeys that of its own answer. An answer without a body, "not modified", has none:
/// a browser would put it in the place of the one it keeps.
///
/// Nothing is kept by a cache, except where a service allows it for an answer that needs no sign-in, and
/// the files of the web pages.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SafetyHeaders implements WebFilter {

    private static final String PAGE = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
            + "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
    private static final String NOTHING =
            "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
    private static final String NO_STORE = "no-store";
    private static final Set<String> OWN_FILES =
            Set.of("assets", "console", "field", "report", "favicon.ico", "favicon.svg");

    private final Map<String, String> headers = new LinkedHashMap<>();

    SafetyHeaders(GatewaySettings settings) {
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Permissions-Policy", "camera=(), geolocation=(self), microphone=(), payment=(), usb=()");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        if (settings.secure()) { // a proxy may have ended TLS, so the scheme here says nothing
            headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> set(exchange)));
        return chain.filter(exchange);
    }

    private void set(ServerWebExchange exchange) {
        HttpHeaders answer = exchange.getResponse().getHeaders();
        String path = exchange.getRequest().getPath().value();
        headers.forEach(answer::set);
        if (exchange.getResponse().getStatusCode() != HttpStatus.NOT_MODIFIED) {
            answer.set("Content-Security-Policy", isOwnPage(path, answer.getContentType()) ? PAGE : NOTHING);
        }
        if (!isPublic(path) || !answer.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            answer.set(HttpHeaders.CACHE_CONTROL, NO_STORE);
        }
    }

    private static boolean isOwnPage(String path, @Nullable MediaType type) {
        return !path.startsWith("/api/")
                && type != null
                && (type.equalsTypeAndSubtype(MediaType.TEXT_HTML)
                        || type.getSubtype().equals("javascript"));
    }

    private static boolean isPublic(String path) {
        String[] parts = path.split("/", 5);
        return OWN_FILES.contains(parts.length > 1 ? parts[1] : "")
                || (parts.length > 3 && parts[1].equals("api") && parts[3].equals("public"));
    }
}
