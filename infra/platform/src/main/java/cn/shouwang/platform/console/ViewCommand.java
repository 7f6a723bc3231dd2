package cn.shouwang.platform.console;

import cn.shouwang.platform.projection.Parity;
import cn.shouwang.platform.security.AllowedTo;
import cn.shouwang.platform.security.Role;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked of the generations of a read model. `area` is the service's area.
sealed interface ViewCommand {

    String view();

    int version();

    String area();

    /// `head` is the position the next event gets.
    @AllowedTo(Role.SYSTEM_ADMIN)
    record StartRebuild(
            @TargetAggregateIdentifier BoardId board, String view, int version, long head, String reason, String area)
            implements ViewCommand {}

    @AllowedTo(Role.SYSTEM_ADMIN)
    record AbandonRebuild(
            @TargetAggregateIdentifier BoardId board, String view, int version, String reason, String area)
            implements ViewCommand {}

    @AllowedTo(Role.SYSTEM_ADMIN)
    record OrderComparison(@TargetAggregateIdentifier BoardId board, String view, int version, String area)
            implements ViewCommand {}

    @AllowedTo(Role.SYSTEM)
    record RecordComparison(
            @TargetAggregateIdentifier BoardId board,
            String view,
            int version,
            int generation,
            int other,
            Parity parity,
            String area)
            implements ViewCommand {}

    /// `differing` says that the sender knows of rows that differ and wants the other ones.
    @AllowedTo(Role.SYSTEM_ADMIN)
    record SwitchView(
            @TargetAggregateIdentifier BoardId board,
            String view,
            int version,
            boolean differing,
            String reason,
            String area)
            implements ViewCommand {}

    @AllowedTo(Role.SYSTEM_ADMIN)
    record RollBackView(@TargetAggregateIdentifier BoardId board, String view, int version, String reason, String area)
            implements ViewCommand {}

    /// `old` says that the software has a later version of the read model.
    @AllowedTo(Role.SYSTEM_ADMIN)
    record DropGeneration(
            @TargetAggregateIdentifier BoardId board,
            String view,
            int version,
            boolean old,
            int generation,
            String reason,
            String area)
            implements ViewCommand {}
}
