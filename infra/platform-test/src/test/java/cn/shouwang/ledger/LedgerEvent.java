package cn.shouwang.ledger;

import cn.shouwang.platform.event.Compared;
import cn.shouwang.platform.event.Decides;
import cn.shouwang.platform.event.Likeness;
import cn.shouwang.platform.event.Personal;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/// What can happen to a ledger.
public sealed interface LedgerEvent extends Placed {

    @Stored("ledger.noted")
    @Revision("1")
    record Noted(String ledger, String division, LocalDate on) implements LedgerEvent {}

    @Stored("ledger.surveyed")
    @Revision("1")
    record Surveyed(String ledger, String division, Sheet sheet, LocalDate on) implements LedgerEvent {}

    record Sheet(@Compared String answers, @Personal String remark) {}

    @Stored("ledger.pictured")
    @Revision("1")
    record Pictured(
            String ledger, String division, @Likeness String likeness, LocalDate on) implements LedgerEvent {}

    @Stored("ledger.submitted")
    @Revision("1")
    record Submitted(String ledger, String division, LocalDate on) implements LedgerEvent {}

    @Decides(on = Submitted.class, collectedBy = Surveyed.class)
    @Stored("ledger.passed")
    @Revision("1")
    record Passed(String ledger, String division, LocalDate on) implements LedgerEvent {}

    /// Tells no day.
    @Stored("ledger.struck")
    @Revision("1")
    record Struck(String ledger, String division) implements LedgerEvent {}
}
