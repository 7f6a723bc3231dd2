package cn.shouwang.gateway.access;

import cn.shouwang.gateway.GatewaySettings;
import cn.shouwang.gateway.problem.Problem;
import cn.shouwang.gateway.problem.Problems;
import cn.shouwang.gateway.problem.Refused;
import java.net.InetSocketAddress;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.endpoint.web.EndpointMediaTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.WebSessionIdResolver;
import org.springframework.web.server.session.WebSessionManager;
import org.springframework.web.server.session.WebSessionStore;
import reactor.core.publisher.Mono;

/// Which address needs a sign-in, and how it is done.
///
/// Nothing redirects to the sign-in by itself: an API call without a session is 401, and a person
/// goes to `/oauth2/authorization/shouwang`.
@Configuration(proxyBeanMethods = false)
class AccessRules {

    private final Problems problems;
    private final int operatorsPort;

    AccessRules(Problems problems, Environment environment) {
        this.problems = problems;
        this.operatorsPort = ManagementPortType.get(environment) == ManagementPortType.DIFFERENT
                ? environment.getRequiredProperty("management.server.port", Integer.class)
                : 0;
    }

    @Bean
    SecurityWebFilterChain rules(ServerHttpSecurity http, CsrfRules csrf, SignInReturn back) {
        return http.authorizeExchange(this::addresses)
                .oauth2Login(login -> login.authenticationSuccessHandler(back).authenticationFailureHandler(back))
                .oauth2ResourceServer(bearer -> bearer.jwt(_ -> {})
                        .authenticationEntryPoint((exchange, _) -> problems.answer(exchange, Problem.badToken()))
                        .accessDeniedHandler((exchange, _) -> problems.answer(exchange, Problem.forbidden())))
                .csrf(check -> check.csrfTokenRepository(csrf.cookie())
                        .csrfTokenRequestHandler(csrf.inHeader())
                        .requireCsrfProtectionMatcher(csrf)
                        .accessDeniedHandler((exchange, _) -> problems.answer(exchange, Problem.csrf())))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (exchange, _) -> problems.answer(exchange, Problem.unauthenticated()))
                        .accessDeniedHandler((exchange, _) -> problems.answer(exchange, Problem.forbidden())))
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .logout(logout -> logout.disable()) // see SignOut
                .headers(headers -> headers.disable()) // see SafetyHeaders
                .build();
    }

    /// `public` is a service's own word for "needs no sign-in"; the service checks for itself too.
    private void addresses(AuthorizeExchangeSpec exchanges) {
        exchanges
                .pathMatchers(HttpMethod.GET, "/api/*/public/**")
                .permitAll()
                .pathMatchers(HttpMethod.POST, "/api/*/public/**")
                .permitAll()
                .pathMatchers("/api/**", "/me", "/logout/**")
                .authenticated()
                .pathMatchers("/actuator/health/**", "/actuator/health")
                .permitAll()
                .pathMatchers("/actuator/**")
                .access((_, context) -> Mono.just(new AuthorizationDecision(isForOperators(context.getExchange()))))
                .anyExchange()
                .permitAll();
    }

    /// The same rules hold on the port that was set apart, and there alone figures are shown.
    private boolean isForOperators(ServerWebExchange exchange) {
        InetSocketAddress here = exchange.getRequest().getLocalAddress();
        return operatorsPort != 0 && here != null && here.getPort() == operatorsPort;
    }

    @Bean
    WebSessionManager webSessionManager(Sessions sessions, GatewaySettings settings) {
        var cookie = new CookieWebSessionIdResolver();
        cookie.setCookieName(Sessions.cookieName("SHOUWANG", settings.secure()));
        cookie.addCookieInitializer(it ->
                it.path("/").httpOnly(true).sameSite("Lax").secure(settings.secure())); // Lax: the issuer sends back
        WebSessionManager manager = manager(sessions, cookie);
        WebSessionManager unnoticed = manager(sessions.unnoticed(), cookie);
        return exchange -> (EventStreams.isAskedBy(exchange.getRequest()) ? unnoticed : manager).getSession(exchange);
    }

    private static WebSessionManager manager(WebSessionStore sessions, WebSessionIdResolver cookie) {
        var manager = new DefaultWebSessionManager();
        manager.setSessionStore(sessions);
        manager.setSessionIdResolver(cookie);
        return manager;
    }

    /// Says so before the sign-in begins, and not with a fault in its middle.
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 5)
    WebFilter roomForSignIn(Sessions sessions) {
        return (exchange, chain) -> exchange.getRequest().getPath().value().startsWith("/oauth2/") && sessions.areFull()
                ? Mono.error(new Refused(Problem.tooManySessions()))
                : chain.filter(exchange);
    }

    /// Probes answer JSON, not the media type of a product and its version.
    @Bean
    EndpointMediaTypes plainJson() {
        return new EndpointMediaTypes(MediaType.APPLICATION_JSON_VALUE);
    }

    /// For addresses that are refused unseen: `//`, `;`, `%2f`, `..` and their kind.
    @Bean
    ServerExchangeRejectedHandler rejectedAddresses() {
        return (exchange, _) -> problems.answer(exchange, Problem.badRequest());
    }
}
