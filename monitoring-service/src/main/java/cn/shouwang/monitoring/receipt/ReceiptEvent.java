package cn.shouwang.monitoring.receipt;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/// What other services told of a household.
///
/// This service's own history. A component may be added, never renamed, retyped or removed. `division` is the
/// village, `on` the day the fact was true there.
public sealed interface ReceiptEvent extends Placed {

    HouseholdId household();

    LocalDate on();

    /// `member` is absent for what the household as a whole received.
    @Stored("receipt.income-received")
    @Revision("1")
    record IncomeReceived(
            HouseholdId household,
            String division,
            @Nullable MemberId member,
            Receipt receipt,
            LocalDate on) implements ReceiptEvent {}

    @Stored("receipt.work-begun")
    @Revision("1")
    record WorkBegun(HouseholdId household, String division, UUID engagement, MemberId member, LocalDate on)
            implements ReceiptEvent {}

    /// `othersWork` tells whether anybody in the household still has work that was told here.
    @Stored("receipt.work-ended")
    @Revision("1")
    record WorkEnded(
            HouseholdId household, String division, UUID engagement, MemberId member, boolean othersWork, LocalDate on)
            implements ReceiptEvent {}

    @Stored("receipt.loan-fell-overdue")
    @Revision("1")
    record LoanFellOverdue(HouseholdId household, String division, UUID loan, LocalDate dueOn, LocalDate on)
            implements ReceiptEvent {}
}
