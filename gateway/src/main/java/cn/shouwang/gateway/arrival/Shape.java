package cn.shouwang.gateway.arrival;

import cn.shouwang.gateway.problem.Problem;
import cn.shouwang.gateway.problem.Refused;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

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
    private static final int MOST_HEADERS = 64; // ours among them

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
        return count(headers, HttpHeaders.HOST) == 1 && !isFramedTwice(headers) && isPlain(request)
                ? null
                : Problem.badRequest();
    }

    /// A path of ours, not an address elsewhere as for a proxy, and text in one way only: bytes that are no
    /// UTF-8 mean a dot to one reader and nothing to the next.
    private static boolean isPlain(ServerHttpRequest request) {
        HttpServerRequest raw = ServerHttpRequestDecorator.getNativeRequest(request);
        return raw.uri().startsWith("/")
                && isText(request.getURI().getRawPath())
                && isText(request.getURI().getRawQuery());
    }

    private static boolean isText(@Nullable String escaped) {
        if (escaped == null) {
            return true;
        }
        try {
            byte[] bytes =
                    URLDecoder.decode(escaped, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return false;
        }
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
