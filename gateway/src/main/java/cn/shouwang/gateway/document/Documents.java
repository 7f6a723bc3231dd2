package cn.shouwang.gateway.document;

import cn.shouwang.gateway.GatewaySettings;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// `/openapi` for programs and `/docs` for people. The merged document is asked for at most every ten
/// seconds, whoever asks.
@RestController
final class Documents {

    private static final Logger log = LoggerFactory.getLogger(Documents.class);
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int LARGEST_BYTES = 8 << 20;

    private final Map<String, GatewaySettings.Service> services;
    private final WebClient toServices;
    private final Mono<ObjectNode> document;

    Documents(GatewaySettings settings) {
        this.services = settings.services();
        this.toServices = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(
                        HttpClient.create().option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 2000)))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_BYTES))
                .build();
        this.document = Mono.defer(this::merged).cache(KEPT);
    }

    @GetMapping(path = "/openapi", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ObjectNode> openapi() {
        return document;
    }

    @GetMapping(path = "/docs", produces = "text/html;charset=UTF-8")
    Resource page() {
        return new ClassPathResource("docs.html");
    }

    private Mono<ObjectNode> merged() {
        return Flux.fromIterable(services.entrySet())
                .flatMap(service -> fetched(service.getKey(), service.getValue().uri())
                        .map(found -> Map.entry(service.getKey(), found)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(OpenApi::merged);
    }

    private Mono<JsonNode> fetched(String service, URI uri) {
        return toServices
                .get()
                .uri(uri.resolve("/v3/api-docs"))
                .retrieve()
                .bodyToMono(JsonNode.class)
                .timeout(PATIENCE)
                .doOnError(e -> log.info(
                        "no document from {}: {}", service, e.getClass().getSimpleName()))
                .onErrorReturn(MissingNode.getInstance())
                .defaultIfEmpty(MissingNode.getInstance());
    }
}
