package cn.shouwang.platform.web;

import cn.shouwang.platform.security.Gate;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/// Every request carries a token, but for `/public/**`, probes, metrics and the API description.
///
/// The token is checked here for signature, issuer, audience and expiry, whatever the gateway did
/// (`spring.security.oauth2.resourceserver.jwt.*`). No session, no cookie, hence no CSRF.
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration")
public final class SecurityConfiguration {

    private static final String[] OPEN = {
        "/public/**", "/actuator/health/**", "/actuator/prometheus", "/v3/api-docs", "/v3/api-docs/**", "/error"
    };

    @Bean
    Gate gate() {
        return new Gate();
    }

    @Bean
    SecurityFilterChain accessRules(HttpSecurity http, Problems problems, JsonMapper json) throws Exception {
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
                .oauth2ResourceServer(server -> server.jwt(_ -> {})
                        .authenticationEntryPoint(
                                (request, response, _) -> unauthenticated(request, response, problems, json))
                        .accessDeniedHandler((request, response, _) ->
                                refuse(request, response, problems, json, HttpStatus.FORBIDDEN, "access.not-allowed")))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void unauthenticated(
            HttpServletRequest request, HttpServletResponse response, Problems problems, JsonMapper json)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        refuse(request, response, problems, json, HttpStatus.UNAUTHORIZED, "access.unauthenticated");
    }

    private static void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            Problems problems,
            JsonMapper json,
            HttpStatus status,
            String code)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/problem+json");
        json.writeValue(response.getOutputStream(), problems.problem(status, code, request.getLocale()));
    }
}
