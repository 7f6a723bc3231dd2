package cn.shouwang.platform.erasure;

import cn.shouwang.platform.security.AllowedTo;
import cn.shouwang.platform.security.Role;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked about the installation's key.
sealed interface RotationCommand {

    ErasureId rotation();

    @AllowedTo(Role.SECURITY_ADMIN)
    record OrderRotation(@TargetAggregateIdentifier ErasureId rotation, String area) implements RotationCommand {}

    @AllowedTo(Role.SYSTEM)
    record RecordRotation(@TargetAggregateIdentifier ErasureId rotation, long keys) implements RotationCommand {}
}
