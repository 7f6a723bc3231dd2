package cn.shouwang.identity;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.session.SessionInformationExpiredEvent;

/// Which request needs what: the protocol's endpoints look after themselves, the login page, its style
/// and the probes are open, everything else needs a session.
@Configuration(proxyBeanMethods = false)
class SignInRules {

    @Bean
    SecurityFilterChain rules(
            HttpSecurity http, IdentitySettings settings, LoginPage page, SignOut signOut, SessionRegistry sessions) {
        return http.oauth2AuthorizationServer(server ->
                        server.oidc(oidc -> oidc.logoutEndpoint(logout -> logout.logoutResponseHandler(signOut))))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/login", "/login.css", "/actuator/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/login")
                        .failureHandler(page::refuse)
                        .defaultSuccessUrl(settings.atGateway("/").toString()))
                .logout(logout -> logout.disable())
                .exceptionHandling(refused ->
                        refused.accessDeniedHandler((request, response, _) -> page.askAgain(request, response)))
                .sessionManagement(session -> session.sessionConcurrency(concurrency -> concurrency
                        .maximumSessions(-1)
                        .sessionRegistry(sessions)
                        .expiredSessionStrategy(SignInRules::startAnew)))
                .headers(headers -> headers(headers, settings))
                .build();
    }

    /// `form-action` must name the gateway, since browsers apply it to the redirects after the form too.
    private static void headers(HeadersConfigurer<HttpSecurity> headers, IdentitySettings settings) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'none'; style-src 'self'; form-action 'self' %s; base-uri 'none'; frame-ancestors 'none'"
                                .formatted(settings.atGateway(""))))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
    }

    /// The ended session is gone by now, so the same request asks for a sign-in.
    private static void startAnew(SessionInformationExpiredEvent event) throws IOException {
        String query = event.getRequest().getQueryString();
        event.getResponse().sendRedirect(event.getRequest().getRequestURI() + (query == null ? "" : "?" + query));
    }

    @Bean
    SigningKeys signingKeys(IdentitySettings settings) {
        return SigningKeys.in(settings.keysFile());
    }

    @Bean
    JWKSource<SecurityContext> jwkSource(SigningKeys keys) {
        return new ImmutableJWKSet<>(keys.all());
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(IdentitySettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuerText())
                .build();
    }

    @Bean
    SessionRegistry sessionRegistry() {
        return new SessionRegistryImpl();
    }

    @Bean
    HttpSessionEventPublisher httpSessionEventPublisher() {
        return new HttpSessionEventPublisher();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
