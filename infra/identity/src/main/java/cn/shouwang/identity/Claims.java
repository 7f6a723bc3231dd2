package cn.shouwang.identity;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.grant.Grants.Given;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/// What a token says. Access token: `sub`, `aud` = `["shouwang"]`, `role`, `division`, `grant`, and
/// `standing_in_for` for a stand-in. Id token: the same without `aud`, and `name`.
///
/// Taken from the grant as it is at the time of the token, not of the sign-in: when it is no longer in
/// force, or its account no longer open, there is no further token (`invalid_grant`). While that cannot be
/// known, there is none either (`temporarily_unavailable`).
@Component
final class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    static final String AUDIENCE = "shouwang";

    private final Users users;
    private final SignInOffices offices;
    private final SigningKeys keys;

    Claims(Users users, SignInOffices offices, SigningKeys keys) {
        this.users = users;
        this.offices = offices;
        this.keys = keys;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        Given given = given(context.getPrincipal());
        context.getJwsHeader().algorithm(keys.algorithm()).keyId(keys.signing().getKeyID());
        var claims = context.getClaims();
        claims.claim("role", given.office().role().name())
                .claim("division", given.office().division())
                .claim("grant", given.id().toString());
        Optional.ofNullable(given.standingInFor()).ifPresent(holder -> claims.claim("standing_in_for", holder.value()));
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            claims.audience(List.of(AUDIENCE));
        } else if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
            claims.claim(
                    "name", users.find(given.account()).map(KnownUser::name).orElseThrow(Claims::ended));
        }
    }

    private Given given(@Nullable Authentication signedIn) {
        try {
            return Optional.ofNullable(signedIn).flatMap(this::office).orElseThrow(Claims::ended);
        } catch (NotKnownNow e) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE);
        }
    }

    private Optional<Given> office(Authentication signedIn) {
        return AccountName.typed(signedIn.getName())
                .flatMap(name -> ChosenOffice.in(signedIn).flatMap(grant -> offices.still(name, grant)));
    }

    private static OAuth2AuthenticationException ended() {
        return new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }
}
