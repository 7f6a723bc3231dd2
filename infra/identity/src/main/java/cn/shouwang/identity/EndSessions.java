package cn.shouwang.identity;

import cn.shouwang.identity.account.AccountEvent.AccountClosed;
import cn.shouwang.identity.account.AccountEvent.AccountLocked;
import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.grant.GrantEvent.GrantRevoked;
import cn.shouwang.platform.policy.Policy;
import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.stereotype.Component;

/// Ends the sessions and refresh tokens of an account that was locked or closed, or lost a grant.
///
/// [Claims] would refuse the next token anyway; this is for what lies in browsers. Sessions live in this
/// process, and so does what ends them.
@Component
class EndSessions implements Policy {

    private final Authorizations authorizations;
    private final SessionRegistry sessions;

    EndSessions(Authorizations authorizations, SessionRegistry sessions) {
        this.authorizations = authorizations;
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "end-sessions";
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(AccountLocked.class, AccountClosed.class, GrantRevoked.class);
    }

    @Override
    public void react(Recorded recorded, Reaction reaction) {
        switch (recorded.event()) {
            case AccountLocked locked -> end(locked.account());
            case AccountClosed closed -> end(closed.account());
            case GrantRevoked revoked -> end(revoked.account());
            default -> {}
        }
    }

    private void end(AccountName account) {
        authorizations.removeAllOf(account.value());
        sessions.getAllPrincipals().stream()
                .filter(principal -> principal instanceof UserDetails user
                        && user.getUsername().equals(account.value()))
                .flatMap(principal -> sessions.getAllSessions(principal, false).stream())
                .forEach(SessionInformation::expireNow);
    }
}
