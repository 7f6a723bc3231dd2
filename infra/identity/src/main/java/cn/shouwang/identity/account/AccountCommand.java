package cn.shouwang.identity.account;

import cn.shouwang.platform.security.AllowedTo;
import cn.shouwang.platform.security.Role;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked of an account.
sealed interface AccountCommand {

    /// Opens an account without any office, kept by the county `division`.
    @AllowedTo({Role.SYSTEM_ADMIN, Role.SYSTEM})
    record OpenAccount(@TargetAggregateIdentifier AccountName account, String division, AccountKind kind)
            implements AccountCommand {}

    @AllowedTo(Role.SECURITY_ADMIN)
    record LockAccount(@TargetAggregateIdentifier AccountName account, String reason) implements AccountCommand {}

    @AllowedTo(Role.SECURITY_ADMIN)
    record UnlockAccount(@TargetAggregateIdentifier AccountName account, String reason) implements AccountCommand {}

    @AllowedTo(Role.SYSTEM)
    record NoteFailedSignIns(@TargetAggregateIdentifier AccountName account) implements AccountCommand {}

    /// For good: a closed account is never opened again.
    @AllowedTo(Role.SYSTEM_ADMIN)
    record CloseAccount(@TargetAggregateIdentifier AccountName account, String reason) implements AccountCommand {}
}
