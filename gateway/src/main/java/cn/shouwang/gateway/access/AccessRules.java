package cn.shouwang.gateway.access;

import cn.shouwang.gateway.GatewaySettings;
import cn.shouwang.gateway.problem.Problem;
import cn.shouwang.gateway.problem.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.StaticServerHttpHeadersWriter;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;

/// Which address needs a sign-in, how it is done, and what every answer carries.
///
/// Nothing redirects to the sign-in by itself: an API call without a session is 401, and a person
/// goes to `/oauth2/authorization/shouwang`.
@Configuration(proxyBeanMethods = false)
class AccessRules {

    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    private final GatewaySettings settings;
    private final Problems problems;

    AccessRules(GatewaySettings settings, Problems problems) {
        this.settings = settings;
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
                .headers(this::headers)
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
                .anyExchange()
                .permitAll();
    }

    private void headers(HeaderSpec headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .hsts(hsts -> hsts.disable());
        if (settings.secureCookies()) { // the proxy in front ends TLS, so the scheme here says nothing
            headers.writer(StaticServerHttpHeadersWriter.builder()
                    .header("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
                    .build());
        }
    }

    /// For addresses that are refused unseen: `//`, `;`, `%2f`, `..` and their kind.
    @Bean
    ServerExchangeRejectedHandler rejectedAddresses() {
        return (exchange, _) -> problems.answer(exchange, Problem.badRequest());
    }
}
