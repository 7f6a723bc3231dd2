package cn.shouwang.monitoring.receipt;

import static cn.shouwang.platform.security.Role.SYSTEM;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.platform.security.AllowedTo;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// What may be told of a household, by other services only. A fact that is told again changes nothing.
sealed interface ReceiptCommand {

    HouseholdId household();

    LocalDate on();

    @TargetAggregateIdentifier
    default ReceiptsId receipts() {
        return new ReceiptsId(household());
    }

    @AllowedTo(SYSTEM)
    record RecordIncome(HouseholdId household, @Nullable MemberId member, Receipt receipt, LocalDate on)
            implements ReceiptCommand {}

    @AllowedTo(SYSTEM)
    record RecordWork(HouseholdId household, UUID engagement, MemberId member, LocalDate on)
            implements ReceiptCommand {}

    @AllowedTo(SYSTEM)
    record RecordEndOfWork(HouseholdId household, UUID engagement, MemberId member, LocalDate on)
            implements ReceiptCommand {}

    @AllowedTo(SYSTEM)
    record RecordOverdueLoan(HouseholdId household, UUID loan, LocalDate dueOn, LocalDate on)
            implements ReceiptCommand {}
}
