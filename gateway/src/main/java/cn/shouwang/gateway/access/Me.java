package cn.shouwang.gateway.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Who is signed in, as a page needs it; also hands out the CSRF cookie.
@RestController
final class Me {

    /// `name` is missing for a bearer token, which does not carry it. Role and division are those of the
    /// sign-in; what counts is the token that a service gets.
    record Answer(
            String username,
            @Nullable String role,
            @Nullable String division,
            @Nullable String name) {}

    /// The same for a page that does not know whether anybody is: not being signed in is an answer here
    /// and no refusal. Of the others only what is known is there.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SessionAnswer(
            boolean signedIn,
            @Nullable String username,
            @Nullable String role,
            @Nullable String division,
            @Nullable String name) {

        static SessionAnswer of(@Nullable Answer me) {
            return me == null
                    ? new SessionAnswer(false, null, null, null, null)
                    : new SessionAnswer(true, me.username(), me.role(), me.division(), me.name());
        }
    }

    @GetMapping("/me")
    Mono<Answer> me(@AuthenticationPrincipal ClaimAccessor claims, ServerWebExchange exchange) {
        return withCsrfCookie(exchange).then(Mono.fromSupplier(() -> answer(claims)));
    }

    @GetMapping("/session")
    Mono<SessionAnswer> session(@AuthenticationPrincipal @Nullable ClaimAccessor claims, ServerWebExchange exchange) {
        return withCsrfCookie(exchange)
                .then(Mono.fromSupplier(() -> SessionAnswer.of(claims == null ? null : answer(claims))));
    }

    private static Mono<CsrfToken> withCsrfCookie(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
    }

    private static Answer answer(ClaimAccessor claims) {
        String username = claims.getClaimAsString("sub");
        return new Answer(
                username == null ? "" : username,
                claims.getClaimAsString("role"),
                claims.getClaimAsString("division"),
                claims.getClaimAsString("name"));
    }
}
