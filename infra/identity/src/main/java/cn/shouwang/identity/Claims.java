package cn.shouwang.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/// What a token says. Access token: `sub`, `aud` = `["shouwang"]`, `role`, `division`. Id token:
/// `sub`, `role`, `division`, `name`.
///
/// Taken from the users file at the time of the token, not of the sign-in: a changed role holds at the next
/// refresh, and who is no longer in the file gets no further token.
@Component
final class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    static final String AUDIENCE = "shouwang";

    private final Users users;
    private final SigningKeys keys;

    Claims(Users users, SigningKeys keys) {
        this.users = users;
        this.keys = keys;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        Authentication principal = context.getPrincipal();
        KnownUser user = Optional.ofNullable(principal)
                .flatMap(signedIn -> users.find(signedIn.getName()))
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
        context.getJwsHeader().algorithm(keys.algorithm()).keyId(keys.signing().getKeyID());
        var claims = context.getClaims();
        claims.claim("role", user.role().name()).claim("division", user.division());
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            claims.audience(List.of(AUDIENCE));
        } else if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
            claims.claim("name", user.name());
        }
    }
}
