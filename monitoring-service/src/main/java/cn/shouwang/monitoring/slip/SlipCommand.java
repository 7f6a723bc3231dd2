package cn.shouwang.monitoring.slip;

import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;
import static cn.shouwang.platform.security.Role.SYSTEM;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;
import static cn.shouwang.platform.security.Role.VILLAGE_COMMITTEE;

import cn.shouwang.monitoring.incentive.Unit;
import cn.shouwang.platform.security.AllowedTo;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked of a slip. `on` is a day of the slip's year.
sealed interface SlipCommand {

    SlipId slip();

    /// An officer verified it from paper; the same paper for the same unit is refused.
    @AllowedTo({VILLAGE_COMMITTEE, TOWN_OFFICE, COUNTY_OFFICER})
    record VerifyQuantity(@TargetAggregateIdentifier SlipId slip, Unit unit, long amount, String evidence, LocalDate on)
            implements SlipCommand {}

    /// An event of another service says so; `source` is `<service>-<position>`. Refused with
    /// `slip.source-known` when it was taken before, which whoever sends it again takes for done.
    @AllowedTo(SYSTEM)
    record TakeQuantity(@TargetAggregateIdentifier SlipId slip, Unit unit, long amount, String source, LocalDate on)
            implements SlipCommand {}

    @AllowedTo({TOWN_OFFICE, COUNTY_OFFICER})
    record RevokeQuantity(@TargetAggregateIdentifier SlipId slip, int quantity, String reason) implements SlipCommand {}

    /// Under every rule of the household's town and county whose result is another than before.
    @AllowedTo({TOWN_OFFICE, COUNTY_OFFICER, SYSTEM})
    record ComputeIncentive(@TargetAggregateIdentifier SlipId slip) implements SlipCommand {}
}
