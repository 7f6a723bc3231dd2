package cn.shouwang.gateway.arrival;

import cn.shouwang.gateway.GatewaySettings;
import cn.shouwang.gateway.GatewaySettings.Upload;
import cn.shouwang.gateway.problem.Problem;
import cn.shouwang.gateway.problem.Refused;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Bounds every request body: a declared length at once, an undeclared one while it comes. Where uploads
/// go the bound is their own (`limits.uploads`).
///
/// A body that grows too large on its way breaks the passing-on off, so the service never sees it whole.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
public final class BodyLimit implements WebFilter {

    private static final String COMPLETE = BodyLimit.class.getName() + ".complete";

    private final long limitBytes;
    private final List<Larger> uploads;

    private record Larger(PathPattern path, long limitBytes) {

        static Larger of(Upload upload) {
            return new Larger(
                    PathPatternParser.defaultInstance.parse(upload.path()),
                    upload.body().toBytes());
        }
    }

    BodyLimit(GatewaySettings settings) {
        this.limitBytes = settings.limits().body().toBytes();
        this.uploads = settings.limits().uploads().stream().map(Larger::of).toList();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long most = mostBytes(exchange.getRequest());
        if (exchange.getRequest().getHeaders().getContentLength() > most) {
            return Mono.error(new Refused(Problem.bodyTooLarge(most)));
        }
        var bounded = new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                return bounded(exchange, getDelegate(), most);
            }
        };
        return chain.filter(exchange.mutate().request(bounded).build());
    }

    /// Whether the client has sent its whole body; if not, a timeout is not the service's fault.
    public static boolean complete(ServerWebExchange exchange) {
        return exchange.getAttributes().containsKey(COMPLETE);
    }

    private long mostBytes(ServerHttpRequest request) {
        PathContainer path = request.getPath().pathWithinApplication();
        return uploads.stream()
                .filter(upload -> upload.path().matches(path))
                .findFirst()
                .map(Larger::limitBytes)
                .orElse(limitBytes);
    }

    private static Flux<DataBuffer> bounded(ServerWebExchange exchange, ServerHttpRequest request, long most) {
        return Flux.defer(() -> {
            long[] seen = {0};
            return request.getBody()
                    .<DataBuffer>handle((buffer, sink) -> {
                        seen[0] += buffer.readableByteCount();
                        if (seen[0] <= most) {
                            sink.next(buffer);
                        } else {
                            DataBufferUtils.release(buffer);
                            sink.error(new Refused(Problem.bodyTooLarge(most)));
                        }
                    })
                    .doOnComplete(() -> exchange.getAttributes().put(COMPLETE, true));
        });
    }
}
