package cn.shouwang.gateway.access;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/// Where somebody is after signing in: at the page that sent them,
/// `/oauth2/authorization/shouwang?to=/console/…`, or else at the console.
///
/// Only addresses of our own pages count, so that a link to the sign-in cannot lead to another site.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 6) // once it is known that there is room for a session
final class SignInReturn implements WebFilter, ServerAuthenticationSuccessHandler, ServerAuthenticationFailureHandler {

    private static final String BEGIN = "/oauth2/authorization/" + Issuer.REGISTRATION;
    private static final String TO = SignInReturn.class.getName() + ".to";
    private static final String CONSOLE = "/console/";
    private static final String FIELD = "/field/";

    /// No `//`, no `..`, no second reading: a segment does not begin with a dot and nothing in it is escaped.
    private static final Pattern OWN_PAGE =
            Pattern.compile("/(console|field)(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?(\\?[A-Za-z0-9=&._~%+,:-]*)?");

    private static final int LONGEST = 1024;

    private final DefaultServerRedirectStrategy redirect = new DefaultServerRedirectStrategy();

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getPath().value().equals(BEGIN)) {
            return chain.filter(exchange);
        }
        String to = ownPage(exchange.getRequest().getQueryParams().getFirst("to"));
        return exchange.getSession()
                .doOnNext(session -> session.getAttributes().put(TO, to))
                .then(chain.filter(exchange));
    }

    @Override
    public Mono<Void> onAuthenticationSuccess(WebFilterExchange exchange, Authentication who) {
        return exchange.getExchange()
                .getSession()
                .flatMap(session -> redirect.sendRedirect(exchange.getExchange(), URI.create(taken(session))));
    }

    @Override
    public Mono<Void> onAuthenticationFailure(WebFilterExchange exchange, AuthenticationException why) {
        return exchange.getExchange().getSession().flatMap(session -> {
            String page = taken(session).startsWith("/field") ? FIELD : CONSOLE;
            return redirect.sendRedirect(exchange.getExchange(), URI.create(page + "?sign-in=failed"));
        });
    }

    private static String taken(WebSession session) {
        return session.getAttributes().remove(TO) instanceof String to ? to : CONSOLE;
    }

    private static String ownPage(@Nullable String to) {
        return to != null && to.length() <= LONGEST && OWN_PAGE.matcher(to).matches() ? to : CONSOLE;
    }
}
