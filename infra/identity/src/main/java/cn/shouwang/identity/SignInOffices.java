package cn.shouwang.identity;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.account.AccountState;
import cn.shouwang.identity.account.Accounts;
import cn.shouwang.identity.grant.GrantId;
import cn.shouwang.identity.grant.Grants;
import cn.shouwang.identity.grant.Grants.Given;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// In which offices somebody may sign in at this moment: those in force today, of an account that is
/// open, of a user who is in the users file.
///
/// Every question reaches the log's head or throws [NotKnownNow]: what was taken back is gone with the
/// next token, and while the log cannot be read there is none.
@Component
class SignInOffices {

    private static final Logger log = LoggerFactory.getLogger(SignInOffices.class);

    private final Users users;
    private final ImportUsers imports;
    private final Accounts accounts;
    private final Grants grants;
    private final Clock clock;

    SignInOffices(Users users, ImportUsers imports, Accounts accounts, Grants grants, Clock clock) {
        this.users = users;
        this.imports = imports;
        this.accounts = accounts;
        this.grants = grants;
        this.clock = clock;
    }

    List<Given> of(AccountName name) {
        try {
            return open(name);
        } catch (RuntimeException e) {
            log.warn("sign-in has to wait: {}", e.getClass().getName());
            throw new NotKnownNow(e);
        }
    }

    private List<Given> open(AccountName name) {
        return users.find(name).filter(this::isOpen).stream()
                .flatMap(_ -> grants.inForce(name, LocalDate.now(clock)).stream())
                .filter(this::isStillSomebodys)
                .toList();
    }

    /// Who has left has no stand-in; who is locked out for a while may have.
    private boolean isStillSomebodys(Given given) {
        var holder = given.standingInFor();
        return holder == null
                || accounts.find(holder)
                        .filter(account -> account.state() != AccountState.CLOSED)
                        .isPresent();
    }

    Optional<Given> still(AccountName name, GrantId grant) {
        return of(name).stream().filter(given -> given.id().equals(grant)).findFirst();
    }

    /// A user who was written into the file a moment ago is not sent away.
    private boolean isOpen(KnownUser user) {
        var known = accounts.find(user.username());
        if (known.isEmpty() && imports.takeOver(user)) {
            known = accounts.find(user.username());
        }
        return known.filter(account -> account.state() == AccountState.OPEN).isPresent();
    }
}
