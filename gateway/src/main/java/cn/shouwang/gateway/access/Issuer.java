package cn.shouwang.gateway.access;

import cn.shouwang.gateway.GatewaySettings;
import cn.shouwang.gateway.problem.Problem;
import cn.shouwang.gateway.problem.Refused;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.client.AuthorizationCodeReactiveOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.DelegatingReactiveOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.RefreshTokenReactiveOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/// What the gateway knows of the issuer. Nothing is fetched before it is needed, so the gateway starts
/// without the issuer.
@Configuration(proxyBeanMethods = false)
class Issuer {

    static final String REGISTRATION = "shouwang";
    private static final String AUDIENCE = "shouwang";

    private final GatewaySettings settings;

    Issuer(GatewaySettings settings) {
        this.settings = settings;
    }

    URI endSession() {
        return endpoint(settings.endpoints().endSession(), "/connect/logout");
    }

    private URI keys() {
        return endpoint(settings.endpoints().keys(), "/oauth2/jwks");
    }

    private URI endpoint(@Nullable URI configured, String path) {
        return configured != null ? configured : URI.create(settings.issuerText() + path);
    }

    @Bean
    ReactiveClientRegistrationRepository clientRegistrations() {
        URI address = settings.address();
        return new InMemoryReactiveClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId("gateway")
                .clientSecret(settings.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .redirectUri((address == null ? "{baseUrl}" : address) + "/login/oauth2/code/" + REGISTRATION)
                .scope("openid", "profile")
                .issuerUri(settings.issuerText())
                .authorizationUri(endpoint(settings.endpoints().authorization(), "/oauth2/authorize")
                        .toString())
                .tokenUri(
                        endpoint(settings.endpoints().token(), "/oauth2/token").toString())
                .jwkSetUri(keys().toString())
                .userNameAttributeName(JwtClaimNames.SUB)
                .build());
    }

    /// In the session, so that signing out forgets them and nothing grows.
    @Bean
    ServerOAuth2AuthorizedClientRepository authorizedClients() {
        return new WebSessionServerOAuth2AuthorizedClientRepository();
    }

    @Bean
    WebClient toIssuer() {
        HttpClient http = HttpClient.create()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 2000)
                .responseTimeout(Duration.ofSeconds(10));
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .build();
    }

    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeForTokens(WebClient toIssuer) {
        var client = new WebClientReactiveAuthorizationCodeTokenResponseClient();
        client.setWebClient(toIssuer);
        return client;
    }

    @Bean
    ReactiveOAuth2AuthorizedClientManager tokens(
            ReactiveClientRegistrationRepository registrations,
            ServerOAuth2AuthorizedClientRepository authorizedClients,
            WebClient toIssuer) {
        var refreshing = new WebClientReactiveRefreshTokenTokenResponseClient();
        refreshing.setWebClient(toIssuer);
        var refresh = new RefreshTokenReactiveOAuth2AuthorizedClientProvider();
        refresh.setAccessTokenResponseClient(refreshing);
        var manager = new DefaultReactiveOAuth2AuthorizedClientManager(registrations, authorizedClients);
        manager.setAuthorizedClientProvider(new DelegatingReactiveOAuth2AuthorizedClientProvider(
                new AuthorizationCodeReactiveOAuth2AuthorizedClientProvider(), refresh));
        return manager;
    }

    /// Checks signature, issuer, audience and time of a bearer token. Without the issuer's keys nothing can be
    /// said of it.
    @Bean
    ReactiveJwtDecoder bearerTokens(WebClient toIssuer) {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSetUri(keys().toString())
                .webClient(toIssuer)
                .jwsAlgorithms(
                        algorithms -> algorithms.addAll(List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256)))
                .build();
        var audience = new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, claimed -> claimed != null && claimed.contains(AUDIENCE));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(settings.issuerText()), audience));
        return token -> decoder.decode(token)
                .onErrorMap(error -> !(error instanceof JwtException), _ -> new Refused(Problem.issuerUnavailable()));
    }
}
