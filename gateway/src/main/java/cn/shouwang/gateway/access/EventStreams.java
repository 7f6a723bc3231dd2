package cn.shouwang.gateway.access;

import cn.shouwang.gateway.GatewaySettings;
import java.time.Duration;
import org.reactivestreams.Publisher;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// Answers that go on (`text/event-stream`). Each ends with the session in which it was asked for, at the
/// latest after the longest time a session has, and when the gateway stops.
///
/// Asking for one is no sign of life: a page left open asks again and again by itself, so that it would
/// keep its session for ever. See [Sessions].
@Component
public final class EventStreams implements GatewayFilter, SmartLifecycle {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Sessions sessions;
    private final Duration longest;
    private final Sinks.Empty<Void> stopping = Sinks.empty();
    private volatile boolean running;

    EventStreams(Sessions sessions, GatewaySettings settings) {
        this.sessions = sessions;
        this.longest = settings.session().longest();
    }

    /// Whether a browser asks for one, as it does by itself again when one has ended.
    public static boolean isAskedBy(ServerHttpRequest request) {
        String accepted = request.getHeaders().getFirst(HttpHeaders.ACCEPT);
        return request.getMethod().equals(HttpMethod.GET)
                && accepted != null
                && accepted.contains(MediaType.TEXT_EVENT_STREAM_VALUE);
    }

    /// Has to stand before what writes the answer.
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return exchange.getSession().flatMap(session -> {
            ServerHttpResponse response = until(over(session), exchange.getResponse());
            return chain.filter(exchange.mutate().response(response).build());
        });
    }

    private static ServerHttpResponse until(Mono<Void> over, ServerHttpResponse response) {
        return new ServerHttpResponseDecorator(response) {
            @Override
            public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
                return super.writeAndFlushWith(
                        Flux.<Publisher<? extends DataBuffer>>from(body).takeUntilOther(over));
            }
        };
    }

    /// A program has no session; its token ends at the service.
    private Mono<Void> over(WebSession session) {
        Mono<Void> late = Mono.delay(longest).then();
        return session.isStarted()
                ? Mono.firstWithSignal(stopping.asMono(), late, ended(session))
                : Mono.firstWithSignal(stopping.asMono(), late);
    }

    private Mono<Void> ended(WebSession session) {
        return Flux.interval(LOOK)
                .filter(_ -> !sessions.isThere(session.getId()))
                .next()
                .then();
    }

    @Override
    public void start() {
        running = true;
    }

    /// Before the server waits for requests that are not done.
    @Override
    public void stop() {
        running = false;
        var _ = stopping.tryEmitEmpty(); // it may have been said before
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
