package cn.shouwang.identity.account;

import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/// What can happen to an account. `division` is the county that keeps it, 6 digits; who did it is
/// metadata. A reason names no person.
public sealed interface AccountEvent extends Placed {

    AccountName account();

    LocalDate on();

    @Stored("account.opened")
    @Revision("1")
    record AccountOpened(AccountName account, String division, AccountKind kind, LocalDate on)
            implements AccountEvent {}

    @Stored("account.locked")
    @Revision("1")
    record AccountLocked(AccountName account, String division, String reason, LocalDate on) implements AccountEvent {}

    @Stored("account.unlocked")
    @Revision("1")
    record AccountUnlocked(AccountName account, String division, String reason, LocalDate on) implements AccountEvent {}

    /// Somebody has tried wrong passwords until they had to wait. From where is not kept.
    @Stored("account.sign-in-failed-often")
    @Revision("1")
    record SignInFailedOften(AccountName account, String division, LocalDate on) implements AccountEvent {}

    @Stored("account.closed")
    @Revision("1")
    record AccountClosed(AccountName account, String division, String reason, LocalDate on) implements AccountEvent {}
}
