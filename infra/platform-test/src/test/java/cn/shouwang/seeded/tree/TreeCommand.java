package cn.shouwang.seeded.tree;

import cn.shouwang.platform.security.AllowedTo;
import cn.shouwang.platform.security.Role;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

sealed interface TreeCommand {

    @AllowedTo(Role.VILLAGE_COMMITTEE)
    record PlantTree(@TargetAggregateIdentifier String tree, String division) implements TreeCommand {}

    @AllowedTo(Role.VILLAGE_COMMITTEE)
    record PruneTree(@TargetAggregateIdentifier String tree) implements TreeCommand {}
}
