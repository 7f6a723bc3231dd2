package cn.shouwang.pear;

import cn.shouwang.platform.security.AllowedTo;
import cn.shouwang.platform.security.Role;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

sealed interface PearCommand {

    @AllowedTo({Role.VILLAGE_COMMITTEE, Role.PUBLIC})
    record PlantPear(@TargetAggregateIdentifier String pear, String division, LocalDate on) implements PearCommand {}

    @AllowedTo(Role.VILLAGE_COMMITTEE)
    record WaterPear(@TargetAggregateIdentifier String pear, int litres) implements PearCommand {}

    /// Its handler forgets the division.
    @AllowedTo(Role.VILLAGE_COMMITTEE)
    record WaterWithoutAsking(@TargetAggregateIdentifier String pear) implements PearCommand {}

    /// Names no role.
    record FellPear(@TargetAggregateIdentifier String pear) implements PearCommand {}
}
