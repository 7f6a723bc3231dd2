package cn.shouwang.platform.console;

import cn.shouwang.platform.security.AllowedTo;
import cn.shouwang.platform.security.Role;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked of a reader. `area` is the service's area.
sealed interface ReaderCommand {

    String reader();

    String reason();

    String area();

    @AllowedTo(Role.SYSTEM_ADMIN)
    record StopReader(@TargetAggregateIdentifier BoardId board, String reader, String reason, String area)
            implements ReaderCommand {}

    @AllowedTo(Role.SYSTEM_ADMIN)
    record StartReader(@TargetAggregateIdentifier BoardId board, String reader, String reason, String area)
            implements ReaderCommand {}
}
