package cn.shouwang.gateway.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/// Ends the session here and at the issuer.
///
/// The gateway tells the issuer itself, with the id token in the body; the usual way through the browser
/// would put a token with a person's name into an address.
@RestController
final class SignOut {

    private static final Logger log = LoggerFactory.getLogger(SignOut.class);

    private final Issuer issuer;
    private final WebClient toIssuer;

    SignOut(Issuer issuer, WebClient toIssuer) {
        this.issuer = issuer;
        this.toIssuer = toIssuer;
    }

    /// @param issuerEnded whether the issuer has ended its session too; if not, it could not be reached and
    ///     the next sign-in may not ask for a password
    record Answer(boolean issuerEnded) {}

    @PostMapping("/logout")
    Mono<Answer> signOut(Authentication who, WebSession session, ServerWebExchange exchange) {
        exchange.getResponse()
                .addCookie(ResponseCookie.from("XSRF-TOKEN", "")
                        .path("/")
                        .maxAge(0)
                        .build());
        return session.invalidate().then(endAtIssuer(who)).map(Answer::new);
    }

    private Mono<Boolean> endAtIssuer(Authentication who) {
        if (!(who instanceof OAuth2AuthenticationToken token && token.getPrincipal() instanceof OidcUser user)) {
            return Mono.just(false);
        }
        return toIssuer.post()
                .uri(issuer.endSession())
                .body(BodyInserters.fromFormData(
                        "id_token_hint", user.getIdToken().getTokenValue()))
                .exchangeToMono(answer ->
                        answer.releaseBody().thenReturn(!answer.statusCode().isError()))
                .onErrorReturn(false)
                .doOnNext(ended -> {
                    if (!ended) {
                        log.warn("the issuer did not end a session");
                    }
                });
    }
}
