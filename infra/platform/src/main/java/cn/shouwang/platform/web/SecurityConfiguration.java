package cn.shouwang.platform.web;

import cn.shouwang.platform.security.AccessTable;
import cn.shouwang.platform.security.Gate;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
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

    @Bean
    AccessCheck accessCheck(AccessTable table, List<RequestMappingInfoHandlerMapping> mappings, Guarded guarded) {
        return new AccessCheck(table, mappings, guarded);
    }

    /// First of all interceptors: who may not ask does not wait either.
    @Bean
    WebMvcConfigurer accessInterceptor(Guarded guarded) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AccessInterceptor())
                        .addPathPatterns(guarded.patterns())
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
            ProblemWriter problems,
            RefusalNote refusals,
            Guarded guarded)
            throws Exception {
        return ResourceMetadata.leftOutOf(http.securityMatcher(guarded.patterns())
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll() // decided when the request came in
                        .anyRequest()
                        .access(new AccessDecision(table, gate)))
                .oauth2ResourceServer(server -> server.jwt(_ -> {})
                        .authenticationEntryPoint(
                                (request, response, _) -> unauthenticated(request, response, problems))
                        .accessDeniedHandler((request, response, _) -> {
                            refusals.note(request, "access.not-allowed");
                            problems.write(request, response, HttpStatus.FORBIDDEN, "access.not-allowed");
                        }))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build());
    }

    private static void unauthenticated(
            HttpServletRequest request, HttpServletResponse response, ProblemWriter problems) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.write(request, response, HttpStatus.UNAUTHORIZED, "access.unauthenticated");
    }
}
