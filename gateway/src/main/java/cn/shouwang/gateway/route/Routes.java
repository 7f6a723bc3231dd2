package cn.shouwang.gateway.route;

import cn.shouwang.gateway.GatewaySettings;
import cn.shouwang.gateway.GatewaySettings.Service;
import cn.shouwang.gateway.access.EventStreams;
import cn.shouwang.gateway.access.TokenRelay;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// `/api/<service>/…` is answered by that service at `/…`. A service is added by configuration only.
@Configuration(proxyBeanMethods = false)
class Routes {

    /// What a service shows to its operators and to [cn.shouwang.gateway.document.OpenApi], not to the world.
    private static final String[] INSIDE = {"/api/*/actuator/**", "/api/*/v3/**", "/api/*/error/**"};

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    /// A file is judged row by row before the service answers.
    private static final Duration JUDGING = Duration.ofMinutes(2);

    @Bean
    RouteLocator serviceRoutes(
            RouteLocatorBuilder builder,
            GatewaySettings settings,
            TokenRelay relay,
            EventStreams streams,
            CircuitBreakerRegistry breakers) {
        RouteLocatorBuilder.Builder routes = builder.routes();
        settings.services().forEach((name, service) -> add(routes, name, service, relay, streams, breakers, settings));
        return routes.build();
    }

    private static void add(
            RouteLocatorBuilder.Builder routes,
            String name,
            Service service,
            TokenRelay relay,
            EventStreams streams,
            CircuitBreakerRegistry breakers,
            GatewaySettings settings) {
        var guard = new ServiceGuard(
                name, breakers.circuitBreaker(name), settings.breaker().pause());
        var uploads = settings.limits().uploads().stream()
                .map(GatewaySettings.Upload::path)
                .filter(path -> path.startsWith("/api/%s/".formatted(name)))
                .toArray(String[]::new);
        if (uploads.length > 0) {
            routes.route(name + "-uploads", route -> route.path(uploads)
                    .filters(filters -> filters.stripPrefix(2)
                            .filter(relay)
                            .filter(new AnswerHeaders(name))
                            .filter(guard))
                    .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, JUDGING.toMillis())
                    .uri(service.uri()));
        }
        routes.route(name, route -> route.path("/api/%s/**".formatted(name))
                .and()
                .not(not -> not.path(INSIDE))
                .filters(filters -> filters.stripPrefix(2)
                        .filter(streams, NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1)
                        .filter(relay)
                        .filter(new AnswerHeaders(name))
                        .filter(guard))
                .uri(service.uri()));
    }

    @Bean
    CircuitBreakerRegistry circuitBreakers(GatewaySettings settings, MeterRegistry meters) {
        CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(ServiceGuard.config(settings.breaker()));
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        return breakers;
    }

    /// Reactor Netty would send any request, also a POST, a second time when a kept connection turns out to be
    /// closed: what is sent twice is decided in [ServiceGuard]. And an answer may stop in its middle, which the
    /// gateway's own time limit does not see; one that goes on for long says something twice as often.
    @Bean
    HttpClientCustomizer neverTwiceAndNotForEver() {
        return client -> client.disableRetry(true).responseTimeout(LONGEST_SILENCE);
    }
}
