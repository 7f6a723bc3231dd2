package cn.shouwang.gateway.arrival;

import cn.shouwang.gateway.problem.Problem;
import cn.shouwang.gateway.problem.Refused;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// What a request may look like at all, whoever sends it. `OPTIONS` is not among the methods: there is no
/// CORS here, so there is nothing to ask before.
///
/// Bytes are bounded before this: 8 KB for the first line, 16 KB for all headers. Addresses in disguise
/// (`..`, `//`, `;`, `%2f` and their kind) are refused by the firewall of Spring Security after this.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class Shape implements WebFilter {

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final int LONGEST_PATH = 1024;
    private static final int MOST_SEGMENTS = 20;
    private static final int LONGEST_QUERY = 4096;
    private static final int MOST_HEADERS = 64;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Problem problem = problemOf(exchange.getRequest());
        return problem == null ? chain.filter(exchange) : Mono.error(new Refused(problem));
    }

    private static @Nullable Problem problemOf(ServerHttpRequest request) {
        if (!METHODS.contains(request.getMethod())) {
            return Problem.methodNotAllowed();
        }
        if (isTooLong(request.getURI())) {
            return Problem.addressTooLong();
        }
        HttpHeaders headers = request.getHeaders();
        if (headers.headerNames().stream()
                        .mapToInt(name -> count(headers, name))
                        .sum()
                > MOST_HEADERS) {
            return Problem.tooManyHeaders();
        }
        return count(headers, HttpHeaders.HOST) == 1 && !isFramedTwice(headers) ? null : Problem.badRequest();
    }

    private static boolean isTooLong(URI address) {
        String path = address.getRawPath();
        String query = address.getRawQuery();
        return path.length() > LONGEST_PATH
                || path.chars().filter(it -> it == '/').count() > MOST_SEGMENTS
                || (query != null && query.length() > LONGEST_QUERY);
    }

    /// A body whose end two headers tell differently is how one request becomes two behind the door.
    private static boolean isFramedTwice(HttpHeaders headers) {
        return count(headers, HttpHeaders.CONTENT_LENGTH) + count(headers, HttpHeaders.TRANSFER_ENCODING) > 1;
    }

    private static int count(HttpHeaders headers, String name) {
        return headers.getOrDefault(name, List.of()).size();
    }
}
