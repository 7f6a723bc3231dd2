package cn.shouwang.gateway.problem;

import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Learns of every problem before it is answered.
public interface Witness {

    /// Never fails; the answer waits for it.
    Mono<Void> see(ServerWebExchange exchange, Problem problem, String traceId);
}
