package cn.shouwang.gateway.access;

import cn.shouwang.gateway.GatewaySettings;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestHandler;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Which request must prove that it comes from our own page: one that changes something and is believed
/// because of the session cookie. Without a session there is nothing to steal, and a bearer token
/// is not sent by a browser on its own.
@Component
final class CsrfRules implements ServerWebExchangeMatcher {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final WebSessionServerSecurityContextRepository SESSION =
            new WebSessionServerSecurityContextRepository();

    private final boolean secure;

    CsrfRules(GatewaySettings settings) {
        this.secure = settings.secure();
    }

    static boolean isSafe(HttpMethod method) {
        return SAFE.contains(method);
    }

    @Override
    public Mono<MatchResult> matches(ServerWebExchange exchange) {
        if (isSafe(exchange.getRequest().getMethod()) || hasBearerToken(exchange)) {
            return MatchResult.notMatch();
        }
        return SESSION.load(exchange).flatMap(_ -> MatchResult.match()).switchIfEmpty(MatchResult.notMatch());
    }

    /// Readable by the page, which sends it back as header `X-XSRF-TOKEN`.
    CookieServerCsrfTokenRepository cookie() {
        CookieServerCsrfTokenRepository cookie = CookieServerCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieName(cookieName());
        cookie.setCookieCustomizer(it -> it.sameSite("Lax").secure(secure));
        return cookie;
    }

    /// The token counts in the header alone. Looked for in a form, the body would be read here, and the
    /// service would wait for it in vain.
    ServerCsrfTokenRequestHandler inHeader() {
        return new ServerCsrfTokenRequestAttributeHandler() {
            @Override
            public Mono<String> resolveCsrfTokenValue(ServerWebExchange exchange, CsrfToken expected) {
                return Mono.justOrEmpty(exchange.getRequest().getHeaders().getFirst(expected.getHeaderName()));
            }
        };
    }

    /// What takes the cookie away again.
    ResponseCookie removal() {
        return ResponseCookie.from(cookieName(), "")
                .path("/")
                .secure(secure)
                .sameSite("Lax")
                .maxAge(0)
                .build();
    }

    private String cookieName() {
        return Sessions.cookieName("XSRF-TOKEN", secure);
    }

    static boolean hasBearerToken(ServerWebExchange exchange) {
        String authorization = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
    }
}
