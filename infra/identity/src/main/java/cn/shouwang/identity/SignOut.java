package cn.shouwang.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/// Ends what an id token stands for: the grant with its refresh token, and the browser session it was
/// issued in, whoever sends the request.
///
/// The gateway sends the id token itself instead of sending it through the browser, where it would stand
/// in an address; so the session has to be found by the token's `sid` and not by a cookie.
@Component
final class SignOut implements AuthenticationSuccessHandler {

    private static final OAuth2TokenType ID_TOKEN = new OAuth2TokenType(OidcParameterNames.ID_TOKEN);

    private final OAuth2AuthorizationService authorizations;
    private final SessionRegistry sessions;
    private final AuthenticationSuccessHandler redirect = new OidcLogoutAuthenticationSuccessHandler();

    SignOut(OAuth2AuthorizationService authorizations, SessionRegistry sessions) {
        this.authorizations = authorizations;
        this.sessions = sessions;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        OidcIdToken token = ((OidcLogoutAuthenticationToken) authentication).getIdToken();
        if (token != null) {
            end(token);
        }
        redirect.onAuthenticationSuccess(request, response, authentication);
    }

    private void end(OidcIdToken token) {
        OAuth2Authorization granted = authorizations.findByToken(token.getTokenValue(), ID_TOKEN);
        if (granted != null) {
            authorizations.remove(granted);
        }
        String sid = token.getClaimAsString("sid");
        sessions.getAllPrincipals().stream()
                .flatMap(principal -> sessions.getAllSessions(principal, false).stream())
                .filter(session -> Sha256.of(session.getSessionId()).equals(sid)) // as the framework makes `sid`
                .forEach(SessionInformation::expireNow);
    }
}
