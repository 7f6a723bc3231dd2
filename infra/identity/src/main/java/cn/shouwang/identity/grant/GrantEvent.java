package cn.shouwang.identity.grant;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.platform.event.Decides;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/// What can happen to a grant of `office` to `account`. Its division is the office's; who did it is
/// metadata. A reason names no person.
public sealed interface GrantEvent extends Placed {

    GrantId grant();

    AccountName account();

    Office office();

    LocalDate on();

    @Override
    default String division() {
        return office().division();
    }

    /// @param standingInFor whose office it is, for a stand-in
    /// @param proposer the account that proposed, which may not confirm
    @Stored("grant.proposed")
    @Revision("1")
    record GrantProposed(
            GrantId grant,
            AccountName account,
            Office office,
            Term term,
            @Nullable AccountName standingInFor,
            AccountName proposer,
            String reason,
            LocalDate on)
            implements GrantEvent {}

    /// Taken over from the users file in the name of the software, in force at once.
    @Stored("grant.imported")
    @Revision("1")
    record GrantImported(GrantId grant, AccountName account, Office office, Term term, LocalDate on)
            implements GrantEvent {}

    @Decides(on = GrantProposed.class)
    @Stored("grant.confirmed")
    @Revision("1")
    record GrantConfirmed(GrantId grant, AccountName account, Office office, LocalDate on) implements GrantEvent {}

    @Decides(on = GrantProposed.class)
    @Stored("grant.refused")
    @Revision("1")
    record GrantRefused(GrantId grant, AccountName account, Office office, String reason, LocalDate on)
            implements GrantEvent {}

    /// In force no longer from this moment on, whatever its term said.
    @Stored("grant.revoked")
    @Revision("1")
    record GrantRevoked(GrantId grant, AccountName account, Office office, String reason, LocalDate on)
            implements GrantEvent {}
}
