package cn.shouwang.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/// What has been granted, in memory, found by its code or a token in one step.
///
/// The framework's own in-memory service searches linearly and never forgets; this one forgets after
/// the longest life of a refresh token. A restart forgets everything: access tokens stay
/// valid, a refresh answers `invalid_grant` and the user signs in again.
@Component
final class Authorizations implements OAuth2AuthorizationService {

    private static final Duration KEPT = Clients.REFRESH_TOKEN_LIFE.plusMinutes(30);
    private static final int MOST = 20_000;

    private static final Set<String> KINDS = Set.of(
            OAuth2ParameterNames.CODE,
            OAuth2ParameterNames.ACCESS_TOKEN,
            OAuth2ParameterNames.REFRESH_TOKEN,
            OidcParameterNames.ID_TOKEN);

    private final Cache<String, OAuth2Authorization> byId = bounded(MOST);
    private final Cache<Token, String> idByToken = bounded(8 * MOST);

    /// A token of one kind never passes for another.
    private record Token(String kind, String digest) {

        static Token of(String kind, String value) {
            return new Token(kind, Sha256.of(value));
        }
    }

    private static <K, V> Cache<K, V> bounded(int most) {
        return Caffeine.newBuilder().maximumSize(most).expireAfterWrite(KEPT).build();
    }

    /// An id token stays a key after a refresh has replaced it: a client may sign out with the one it got at
    /// sign-in.
    @Override
    public void save(OAuth2Authorization authorization) {
        OAuth2Authorization before = byId.getIfPresent(authorization.getId());
        byId.put(authorization.getId(), authorization);
        tokens(authorization).forEach(token -> idByToken.put(token, authorization.getId()));
        if (before != null) {
            Set<Token> gone = tokens(before);
            gone.removeAll(tokens(authorization));
            gone.removeIf(token -> token.kind().equals(OidcParameterNames.ID_TOKEN));
            idByToken.invalidateAll(gone);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        byId.invalidate(authorization.getId());
        idByToken.invalidateAll(tokens(authorization));
    }

    /// Forgets all that was granted to one account.
    void removeAllOf(String account) {
        byId.asMap().values().stream()
                .filter(authorization -> authorization.getPrincipalName().equals(account))
                .forEach(this::remove);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return byId.getIfPresent(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        Stream<String> kinds = type == null ? KINDS.stream() : Stream.of(type.getValue());
        return kinds.map(kind -> idByToken.getIfPresent(Token.of(kind, token)))
                .filter(Objects::nonNull)
                .findFirst()
                .map(byId::getIfPresent)
                .orElse(null);
    }

    private static Set<Token> tokens(OAuth2Authorization authorization) {
        var tokens = new HashSet<Token>();
        add(tokens, OAuth2ParameterNames.CODE, authorization.getToken(OAuth2AuthorizationCode.class));
        add(tokens, OAuth2ParameterNames.ACCESS_TOKEN, authorization.getAccessToken());
        add(tokens, OAuth2ParameterNames.REFRESH_TOKEN, authorization.getRefreshToken());
        add(tokens, OidcParameterNames.ID_TOKEN, authorization.getToken(OidcIdToken.class));
        return tokens;
    }

    private static void add(Set<Token> tokens, String kind, OAuth2Authorization.@Nullable Token<?> issued) {
        if (issued != null) {
            tokens.add(Token.of(kind, issued.getToken().getTokenValue()));
        }
    }
}
