package cn.shouwang.identity;

import cn.shouwang.identity.grant.GrantId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/// Writes the office into the session of the browser and into the request under way.
@Component
class OfficeSession {

    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    void signIn(Authentication signedIn, GrantId grant, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(ChosenOffice.with(signedIn, grant));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
