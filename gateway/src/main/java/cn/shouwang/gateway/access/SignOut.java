package cn.shouwang.gateway.access;

import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Ends a sign-in here and at the issuer, where its session and its refresh token end with it.
///
/// The gateway tells the issuer itself, with the id token in the body; the usual way through the browser
/// would put a token with a person's name into an address. An access token that a program already holds
/// stays valid for the minutes it has left.
@RestController
final class SignOut {

    private static final Logger log = LoggerFactory.getLogger(SignOut.class);

    private final Issuer issuer;
    private final WebClient toIssuer;
    private final Sessions sessions;
    private final CsrfRules csrf;

    SignOut(Issuer issuer, WebClient toIssuer, Sessions sessions, CsrfRules csrf) {
        this.issuer = issuer;
        this.toIssuer = toIssuer;
        this.sessions = sessions;
        this.csrf = csrf;
    }

    /// @param issuerEnded whether the issuer has ended its session too; if not, it could not be reached and
    ///     the next sign-in may not ask for a password
    record Answer(boolean issuerEnded) {}

    /// @param sessions how many sessions have ended, the caller's own among them
    /// @param issuerEnded whether the issuer has ended each of its own too
    record EverywhereAnswer(int sessions, boolean issuerEnded) {}

    @PostMapping("/logout")
    Mono<Answer> signOut(Authentication who, WebSession session, ServerWebExchange exchange) {
        exchange.getResponse().addCookie(csrf.removal());
        return session.invalidate().then(endAtIssuer(who)).map(Answer::new);
    }

    /// Ends every session the account has at this gateway at this moment: for a lost phone or a password
    /// somebody saw. Here they have all ended before the issuer is asked for the first.
    @PostMapping("/logout/everywhere")
    Mono<EverywhereAnswer> signOutEverywhere(Authentication who, ServerWebExchange exchange) {
        exchange.getResponse().addCookie(csrf.removal());
        List<WebSession> all = sessions.of(who.getName());
        List<Authentication> signIns =
                all.stream().map(Sessions::whose).filter(Objects::nonNull).toList();
        return Flux.fromIterable(all)
                .flatMap(WebSession::invalidate)
                .thenMany(Flux.fromIterable(signIns))
                .flatMap(this::endAtIssuer)
                .all(ended -> ended)
                .map(ended -> new EverywhereAnswer(all.size(), ended));
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
