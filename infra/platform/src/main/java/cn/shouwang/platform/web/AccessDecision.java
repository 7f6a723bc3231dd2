package cn.shouwang.platform.web;

import cn.shouwang.platform.security.AccessRow;
import cn.shouwang.platform.security.AccessTable;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.security.NotAllowed;
import cn.shouwang.platform.security.Reach;
import java.util.function.Supplier;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.util.ServletRequestPathUtils;

/// Decides by the [AccessTable], before a byte of the body is read: 401 without a sign-in, 403 for a
/// role the endpoint does not name. A request without a row is let on, for a signed-in caller, to the
/// answer that there is no such thing; [AccessInterceptor] sees to it that nothing else answers.
final class AccessDecision implements AuthorizationManager<RequestAuthorizationContext> {

    /// Request attribute: path of the row by which the request was let in.
    static final String DECIDED = AccessDecision.class.getName() + ".path";

    private final AccessTable table;
    private final Gate gate;

    AccessDecision(AccessTable table, Gate gate) {
        this.table = table;
        this.gate = gate;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends Authentication> caller, RequestAuthorizationContext context) {
        var request = context.getRequest();
        var path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        var row = table.row(request.getMethod(), path);
        row.ifPresent(found -> request.setAttribute(DECIDED, found.path()));
        return new AuthorizationDecision(
                row.map(found -> found.reach() == Reach.OPEN || mayAsk(found)).orElseGet(() -> isSignedIn(caller)));
    }

    private boolean mayAsk(AccessRow row) {
        try {
            return row.roles().contains(gate.actor().role());
        } catch (NotAllowed _) {
            return false;
        }
    }

    private static boolean isSignedIn(Supplier<? extends Authentication> caller) {
        var authentication = caller.get();
        return authentication.isAuthenticated() && !(authentication instanceof AnonymousAuthenticationToken);
    }
}
