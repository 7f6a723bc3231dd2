package cn.shouwang.identity;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.grant.GrantId;
import cn.shouwang.identity.grant.Grants.Given;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.filter.OncePerRequestFilter;

/// Nobody gets a code without an office. Who has exactly one signs in in it without being asked; who has
/// several, or none, is sent to [OfficePage] and comes back here.
///
/// Stands behind the check that somebody is signed in, before the endpoint that gives codes.
final class OfficeFirst extends OncePerRequestFilter {

    private static final String CODES = "/oauth2/authorize";

    private final SignInOffices offices;
    private final OfficeSession session;
    private final OfficePage page;
    private final RequestCache asked = new HttpSessionRequestCache();

    OfficeFirst(SignInOffices offices, OfficeSession session, OfficePage page) {
        this.offices = offices;
        this.session = session;
        this.page = page;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(CODES);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        List<Given> open;
        try {
            open = offices.of(AccountName.of(signedIn.getName()));
        } catch (NotKnownNow e) {
            page.later(request, response);
            return;
        }
        var office = office(signedIn, open);
        if (office.isEmpty()) {
            asked.saveRequest(request, response);
            response.sendRedirect(OfficePage.PATH);
        } else if (office.equals(ChosenOffice.in(signedIn))) {
            chain.doFilter(request, response);
        } else {
            session.signIn(signedIn, office.get(), request, response);
            askAgain(request, response);
        }
    }

    /// The endpoint has noted who asks before this filter, without the office.
    private static void askAgain(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String query = request.getQueryString();
        response.sendRedirect(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    /// The one chosen before while it is in force, else the only one.
    private static Optional<GrantId> office(Authentication signedIn, List<Given> open) {
        var ids = open.stream().map(Given::id).toList();
        return ChosenOffice.in(signedIn)
                .filter(ids::contains)
                .or(() -> ids.size() == 1 ? Optional.of(ids.getFirst()) : Optional.empty());
    }
}
