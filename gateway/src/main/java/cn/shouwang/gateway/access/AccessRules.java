package cn.shouwang.gateway.access;

import cn.shouwang.gateway.arrival.Arrival;
import cn.shouwang.gateway.problem.Problem;
import cn.shouwang.gateway.problem.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import reactor.core.publisher.Mono;

/// Which address needs a sign-in, and how it is done.
///
/// Nothing redirects to the sign-in by itself: an API call without a session is 401, and a person
/// goes to `/oauth2/authorization/shouwang`.
@Configuration(proxyBeanMethods = false)
class AccessRules {

    private final Problems problems;

    AccessRules(Problems problems) {
        this.problems = problems;
    }

    @Bean
    SecurityWebFilterChain rules(ServerHttpSecurity http, CsrfRules csrf) {
        return http.authorizeExchange(AccessRules::addresses)
                .oauth2Login(
                        login -> login.authenticationSuccessHandler(new RedirectServerAuthenticationSuccessHandler("/"))
                                .authenticationFailureHandler(
                                        new RedirectServerAuthenticationFailureHandler("/?sign-in=failed")))
                .oauth2ResourceServer(bearer -> bearer.jwt(_ -> {})
                        .authenticationEntryPoint((exchange, _) -> problems.answer(exchange, Problem.badToken()))
                        .accessDeniedHandler((exchange, _) -> problems.answer(exchange, Problem.forbidden())))
                .csrf(check -> check.csrfTokenRepository(csrf.cookie())
                        .csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler())
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
    private static void addresses(AuthorizeExchangeSpec exchanges) {
        exchanges
                .pathMatchers(HttpMethod.GET, "/api/*/public/**")
                .permitAll()
                .pathMatchers(HttpMethod.POST, "/api/*/public/**")
                .permitAll()
                .pathMatchers("/api/**", "/me", "/logout")
                .authenticated()
                .pathMatchers("/actuator/prometheus")
                .access((_, context) -> Mono.just(new AuthorizationDecision(Arrival.isLocal(context.getExchange()))))
                .anyExchange()
                .permitAll();
    }

    /// For addresses that are refused unseen: `//`, `;`, `%2f`, `..` and their kind.
    @Bean
    ServerExchangeRejectedHandler rejectedAddresses() {
        return (exchange, _) -> problems.answer(exchange, Problem.badRequest());
    }
}
