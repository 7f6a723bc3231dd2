package cn.shouwang.identity.grant;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.account.AccountState;
import cn.shouwang.identity.account.Accounts;
import cn.shouwang.identity.grant.Grants.Given;
import cn.shouwang.platform.rule.RuleBroken;
import org.springframework.stereotype.Component;

/// What a grant must agree with outside its own stream: the account, its other grants, the office of the
/// one stood in for.
@Component
class GrantRules {

    private final Accounts accounts;
    private final Grants grants;

    GrantRules(Accounts accounts, Grants grants) {
        this.accounts = accounts;
        this.grants = grants;
    }

    /// Refuses unless the account is there and nothing it holds on a day of the term excludes the office,
    /// or is the office.
    void requireRoomFor(AccountName account, Office office, Term term) {
        requireAccount(account);
        for (var given : grants.given(account)) {
            if (given.term().overlaps(term)) {
                requireBeside(given, office);
            }
        }
    }

    /// Refuses unless `holder` holds the office in its own right during all of the term.
    void requireHeld(AccountName holder, Office office, Term term) {
        if (!grants.holds(holder, office, term)) {
            throw new RuleBroken("grant.not-held", "the office is not held by the one stood in for all the time");
        }
    }

    private void requireAccount(AccountName account) {
        var known = accounts.find(account)
                .orElseThrow(() -> new RuleBroken("grant.account-unknown", "no such account was opened"));
        if (known.state() == AccountState.CLOSED) {
            throw new RuleBroken("grant.account-closed", "the account is closed for good");
        }
    }

    private static void requireBeside(Given given, Office office) {
        if (given.office().equals(office)) {
            throw new RuleBroken("grant.held-already", "the account holds that office on a day of the term");
        }
        if (IncompatibleRoles.ALL.apart(given.office().role(), office.role())) {
            throw new RuleBroken(
                    "grant.incompatible",
                    "%s excludes %s".formatted(given.office().role(), office.role()));
        }
    }
}
