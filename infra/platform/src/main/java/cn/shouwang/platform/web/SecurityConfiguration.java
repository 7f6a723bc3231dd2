package cn.shouwang.platform.web;

import cn.shouwang.platform.security.AccessTable;
import cn.shouwang.platform.security.Gate;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/// Every request is decided by the [AccessTable] before anything else looks at it.
///
/// The token is checked here for signature, issuer, audience and expiry, whatever the gateway did
/// (`spring.security.oauth2.resourceserver.jwt.*`). No session, no cookie, hence no CSRF.
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration")
public final class SecurityConfiguration {

    @Bean
    Gate gate() {
        return new Gate();
    }

    @Bean
    AccessTable accessTable() {
        return AccessTable.load();
    }

    /// Of the paths of `shouwang.guarded`, all unless a process has rules of its own for the others.
    @Bean
    AccessCheck accessCheck(
            AccessTable table,
            List<RequestMappingInfoHandlerMapping> mappings,
            @Value("${shouwang.guarded:/**}") String[] guarded) {
        return new AccessCheck(table, mappings, List.of(guarded));
    }

    /// First of all interceptors: who may not ask does not wait either.
    @Bean
    WebMvcConfigurer accessInterceptor(@Value("${shouwang.guarded:/**}") String[] guarded) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AccessInterceptor())
                        .addPathPatterns(guarded)
                        .order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }

    @Bean
    @Order(0)
    SecurityFilterChain accessRules(
            HttpSecurity http,
            AccessTable table,
            Gate gate,
            Problems problems,
            JsonMapper json,
            @Value("${shouwang.guarded:/**}") String[] guarded)
            throws Exception {
        return http.securityMatcher(guarded)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll() // decided when the request came in
                                .anyRequest()
                                .access(new AccessDecision(table, gate)))
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
