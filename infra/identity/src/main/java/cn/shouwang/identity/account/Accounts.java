package cn.shouwang.identity.account;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/// The accounts as the log has them at this moment, for decisions.
///
/// Every question throws [cn.shouwang.platform.projection.ViewBuilding] or what the store throws when the
/// log's head cannot be reached: no answer is never taken for an empty one.
public interface Accounts {

    /// @param division the county that keeps the account
    record Known(AccountName name, String division, AccountState state) {}

    Optional<Known> find(AccountName name);

    /// Which of those were ever opened.
    Set<AccountName> among(Collection<AccountName> names);
}
