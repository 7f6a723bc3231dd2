package cn.shouwang.identity;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/// The one client there is: the gateway.
@Configuration(proxyBeanMethods = false)
class Clients {

    static final Duration REFRESH_TOKEN_LIFE = Duration.ofHours(8);

    @Bean
    RegisteredClientRepository registeredClients(IdentitySettings settings, SigningKeys keys) {
        return new InMemoryRegisteredClientRepository(RegisteredClient.withId("gateway")
                .clientId("gateway")
                .clientSecret("{bcrypt}" + new BCryptPasswordEncoder().encode(settings.clientSecret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(settings.atGateway("/login/oauth2/code/shouwang").toString())
                .postLogoutRedirectUri(settings.atGateway("/").toString())
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(tokens(settings, keys))
                .build());
    }

    /// The refresh token is not rotated: the client is confidential, and two requests of one session may
    /// refresh at the same time.
    private static TokenSettings tokens(IdentitySettings settings, SigningKeys keys) {
        return TokenSettings.builder()
                .accessTokenTimeToLive(settings.accessTokenLife())
                .refreshTokenTimeToLive(REFRESH_TOKEN_LIFE)
                .reuseRefreshTokens(true)
                .idTokenSignatureAlgorithm(keys.algorithm())
                .build();
    }
}
