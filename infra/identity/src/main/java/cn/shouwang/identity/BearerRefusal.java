package cn.shouwang.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/// 401 for a bearer token that is none, or is missing, with the error code of RFC 6750 and nothing more:
/// neither why a token does not count nor the host the request came to.
final class BearerRefusal implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        var challenge = refusal instanceof OAuth2AuthenticationException oauth
                ? "Bearer error=\"%s\"".formatted(oauth.getError().getErrorCode())
                : "Bearer";
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        response.sendError(HttpStatus.UNAUTHORIZED.value());
    }
}
