package cn.shouwang.gateway.access;

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

    @GetMapping("/me")
    Mono<Answer> me(@AuthenticationPrincipal ClaimAccessor claims, ServerWebExchange exchange) {
        Mono<CsrfToken> csrf = exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
        return csrf.then(Mono.fromSupplier(() -> answer(claims)));
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
