package cn.shouwang.monitoring.slip;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.incentive.Unit;
import cn.shouwang.platform.event.Personal;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.event.Whose;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/// What can happen to a household's slip. `division` is its village; quantities and computations are each
/// counted from 1.
public sealed interface SlipEvent extends Placed {

    SlipId slip();

    HouseholdId household();

    LocalDate on();

    /// So much was worked, sold or reached by `on`. `source` is the event it rests on:
    /// `<service>-<position>` of another service, or this very event as `<stream>@<sequence>` when an officer
    /// entered it from paper; then `evidence` names the paper, in words that may name anyone.
    @Stored("slip.quantity-verified")
    @Revision("1")
    record QuantityVerified(
            SlipId slip,
            HouseholdId household,
            String division,
            int quantity,
            Unit unit,
            long amount,
            String source,
            @Whose("slip+quantity") @Personal String evidence,
            LocalDate on)
            implements SlipEvent {}

    /// It was wrong, and counts no longer.
    @Stored("slip.quantity-revoked")
    @Revision("1")
    record QuantityRevoked(
            SlipId slip,
            HouseholdId household,
            String division,
            int quantity,
            @Whose("slip+quantity") @Personal String reason,
            LocalDate on)
            implements SlipEvent {}

    /// What a rule makes of the verified quantities; `replaces` is the number of the computation by the same
    /// rule that is wrong from now on.
    @Stored("slip.incentive-computed")
    @Revision("1")
    record IncentiveComputed(
            SlipId slip,
            HouseholdId household,
            String division,
            int computation,
            @Nullable Integer replaces,
            Computation result,
            LocalDate on)
            implements SlipEvent {}
}
