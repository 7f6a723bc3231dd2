package cn.shouwang.identity.grant;

import cn.shouwang.identity.account.AccountName;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The grants as the log has them at this moment, for decisions and for tokens.
///
/// Every question throws [cn.shouwang.platform.projection.ViewBuilding] or what the store throws when the
/// log's head cannot be reached: no answer is never taken for an empty one.
public interface Grants {

    /// A grant that was confirmed, or imported, and not taken back.
    record Given(
            GrantId id,
            AccountName account,
            Office office,
            Term term,
            @Nullable AccountName standingInFor) {}

    /// What was given to the account and not taken back, whatever day it begins or ends on.
    List<Given> given(AccountName account);

    /// What the account may act in on that day. A stand-in may only while the office is held by the one
    /// stood in for.
    default List<Given> inForce(AccountName account, LocalDate day) {
        return given(account).stream()
                .filter(given -> given.term().contains(day))
                .filter(given -> isHeld(given, new Term(day, day)))
                .toList();
    }

    /// Whether the account holds the office in its own right during all of the term.
    default boolean holds(AccountName account, Office office, Term term) {
        return given(account).stream()
                .anyMatch(given -> given.standingInFor() == null
                        && given.office().equals(office)
                        && given.term().covers(term));
    }

    private boolean isHeld(Given given, Term term) {
        var holder = given.standingInFor();
        return holder == null || holds(holder, given.office(), term);
    }
}
