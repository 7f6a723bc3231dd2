package cn.shouwang.platform.parking;

import cn.shouwang.platform.security.AllowedTo;
import cn.shouwang.platform.security.Role;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// What may be asked to be put on record about a parked message. `area` is the service's area.
sealed interface ParkingCommand {

    ParkedSubjectId subject();

    String message();

    String area();

    @AllowedTo(Role.SYSTEM)
    record ParkMessage(
            @TargetAggregateIdentifier ParkedSubjectId subject,
            String message,
            String type,
            Failure failure,
            String area)
            implements ParkingCommand {}

    @AllowedTo({Role.SYSTEM, Role.SYSTEM_ADMIN, Role.COUNTY_OFFICER})
    record RetryMessage(
            @TargetAggregateIdentifier ParkedSubjectId subject,
            String message,
            @Nullable Failure failure,
            String area) implements ParkingCommand {}

    @AllowedTo({Role.SYSTEM_ADMIN, Role.COUNTY_OFFICER})
    record DiscardMessage(
            @TargetAggregateIdentifier ParkedSubjectId subject, String message, String reason, String area)
            implements ParkingCommand {}
}
