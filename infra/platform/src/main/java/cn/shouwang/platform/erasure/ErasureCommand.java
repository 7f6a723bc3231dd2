package cn.shouwang.platform.erasure;

import cn.shouwang.platform.security.AllowedTo;
import cn.shouwang.platform.security.Role;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked about forgetting someone.
sealed interface ErasureCommand {

    ErasureId erasure();

    @AllowedTo(Role.COUNTY_OFFICER)
    record ProposeErasure(
            @TargetAggregateIdentifier ErasureId erasure,
            String division,
            String about,
            List<String> subjects,
            Ground ground,
            String reason)
            implements ErasureCommand {}

    @AllowedTo({Role.COUNTY_LEADER, Role.SECURITY_ADMIN})
    record ApproveErasure(@TargetAggregateIdentifier ErasureId erasure) implements ErasureCommand {}

    @AllowedTo({Role.COUNTY_LEADER, Role.SECURITY_ADMIN})
    record RefuseErasure(@TargetAggregateIdentifier ErasureId erasure, String reason) implements ErasureCommand {}

    @AllowedTo(Role.SYSTEM)
    record RecordErasure(@TargetAggregateIdentifier ErasureId erasure) implements ErasureCommand {}
}
