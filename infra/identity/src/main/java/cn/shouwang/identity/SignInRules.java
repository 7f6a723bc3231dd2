package cn.shouwang.identity;

import cn.shouwang.platform.web.ResourceMetadata;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.session.SessionInformationExpiredEvent;

/// Which request needs what: the protocol's endpoints look after themselves, the login page, its style
/// and the probes are open, everything else needs a session.
@Configuration(proxyBeanMethods = false)
class SignInRules {

    /// Where a person waits for a page, also when the form was too old.
    private static final Set<String> FORMS = Set.of("/login", OfficePage.PATH);

    /// For all that the platform's own rules (`shouwang.guarded`) have not answered before.
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain rules(
            HttpSecurity http,
            IdentitySettings settings,
            LoginPage page,
            OfficeFirst officeFirst,
            SignOut signOut,
            SessionRegistry sessions) {
        return ResourceMetadata.leftOutOf(http.oauth2AuthorizationServer(
                        server -> server.tokenEndpoint(token -> token.errorResponseHandler(new TokenErrors()))
                                .oidc(oidc -> oidc.logoutEndpoint(logout -> logout.logoutResponseHandler(signOut))))
                .oauth2ResourceServer(bearer -> bearer.jwt(_ -> {}).authenticationEntryPoint(new BearerRefusal()))
                .addFilterAfter(officeFirst, AuthorizationFilter.class)
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
                .exceptionHandling(refused -> refused.accessDeniedHandler((request, response, _) -> {
                    if (FORMS.contains(request.getRequestURI())) {
                        page.askAgain(request, response);
                    } else {
                        response.sendError(HttpStatus.FORBIDDEN.value());
                    }
                }))
                .sessionManagement(session -> session.sessionConcurrency(concurrency -> concurrency
                        .maximumSessions(-1)
                        .sessionRegistry(sessions)
                        .expiredSessionStrategy(SignInRules::startAnew)))
                .headers(headers -> headers(headers, settings))
                .build());
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
    OfficeFirst officeFirst(SignInOffices offices, OfficeSession session, OfficePage page) {
        return new OfficeFirst(offices, session, page);
    }

    /// It stands in the chain above and nowhere else.
    @Bean
    FilterRegistrationBean<OfficeFirst> notForEveryRequest(OfficeFirst officeFirst) {
        var registration = new FilterRegistrationBean<>(officeFirst);
        registration.setEnabled(false);
        return registration;
    }

    /// What the platform's rules check a bearer token with: the keys of this process, and an access token
    /// of its own making.
    @Bean
    JwtDecoder bearerTokens(JWKSource<SecurityContext> keys, IdentitySettings settings) {
        var decoder = (NimbusJwtDecoder) OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(settings.issuerText()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, claimed -> claimed != null && claimed.contains(Claims.AUDIENCE))));
        return decoder;
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
}
