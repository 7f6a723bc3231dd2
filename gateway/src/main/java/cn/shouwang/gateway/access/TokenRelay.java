package cn.shouwang.gateway.access;

import cn.shouwang.gateway.GatewaySettings;
import cn.shouwang.gateway.arrival.Buckets;
import cn.shouwang.gateway.problem.Problem;
import cn.shouwang.gateway.problem.Refused;
import cn.shouwang.gateway.refusal.Refusals;
import java.security.Principal;
import java.util.function.Consumer;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/// What a service gets to see of who asks: a bearer token or nothing. A session becomes its access token,
/// refreshed when it is about to expire; a bearer token that was checked passes; cookies and any other
/// credentials stay here. One user's requests are counted here too, whichever way they come.
@Component
public final class TokenRelay implements GatewayFilter {

    private static final String CLIENT_REGISTRATION_REQUIRED = "client_authorization_required";

    private final ReactiveOAuth2AuthorizedClientManager tokens;
    private final Buckets perUser;

    TokenRelay(ReactiveOAuth2AuthorizedClientManager tokens, GatewaySettings settings) {
        this.tokens = tokens;
        this.perUser = new Buckets(settings.limits().user());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return exchange.getPrincipal()
                .flatMap(principal -> withToken(exchange, principal))
                .switchIfEmpty(
                        Mono.fromSupplier(() -> with(exchange, headers -> headers.remove(HttpHeaders.AUTHORIZATION))))
                .flatMap(chain::filter);
    }

    private Mono<ServerWebExchange> withToken(ServerWebExchange exchange, Principal principal) {
        Refusals.accountIs(exchange, principal.getName());
        perUser.take(principal.getName());
        return switch (principal) {
            case OAuth2AuthenticationToken session ->
                accessToken(exchange, session).map(token -> with(exchange, headers -> headers.setBearerAuth(token)));
            case JwtAuthenticationToken _ -> Mono.just(with(exchange, _ -> {}));
            default -> Mono.empty();
        };
    }

    private Mono<String> accessToken(ServerWebExchange exchange, Authentication session) {
        var request = OAuth2AuthorizeRequest.withClientRegistrationId(Issuer.REGISTRATION)
                .principal(session)
                .attribute(ServerWebExchange.class.getName(), exchange)
                .build();
        return tokens.authorize(request)
                .map(client -> client.getAccessToken().getTokenValue())
                .onErrorResume(OAuth2AuthorizationException.class, e -> refused(exchange, e))
                .onErrorMap(WebClientRequestException.class, _ -> new Refused(Problem.issuerUnavailable()));
    }

    /// The issuer says no: the session is over. It says nothing: the session waits.
    private static Mono<String> refused(ServerWebExchange exchange, OAuth2AuthorizationException e) {
        String code = e.getError().getErrorCode();
        if (code.equals(OAuth2ErrorCodes.INVALID_GRANT) || code.equals(CLIENT_REGISTRATION_REQUIRED)) {
            return exchange.getSession()
                    .flatMap(WebSession::invalidate)
                    .then(Mono.error(new Refused(Problem.unauthenticated())));
        }
        return Mono.error(new Refused(Problem.issuerUnavailable()));
    }

    private static ServerWebExchange with(ServerWebExchange exchange, Consumer<HttpHeaders> change) {
        return exchange.mutate()
                .request(request -> request.headers(headers -> {
                    headers.remove(HttpHeaders.COOKIE);
                    headers.remove("X-XSRF-TOKEN");
                    change.accept(headers);
                }))
                .build();
    }
}
