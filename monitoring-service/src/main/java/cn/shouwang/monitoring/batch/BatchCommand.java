package cn.shouwang.monitoring.batch;

import static cn.shouwang.platform.security.Role.COUNTY_LEADER;
import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;
import static cn.shouwang.platform.security.Role.DEPARTMENT_OFFICER;
import static cn.shouwang.platform.security.Role.SYSTEM;

import cn.shouwang.monitoring.comparison.Hit;
import cn.shouwang.monitoring.dataset.Dataset;
import cn.shouwang.monitoring.dataset.Period;
import cn.shouwang.platform.security.AllowedTo;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// What may be asked of a batch.
sealed interface BatchCommand {

    BatchId batch();

    LocalDate on();

    /// `ground` is the name of a legal basis, `reference` the number of the letter it rests on.
    @AllowedTo({DEPARTMENT_OFFICER, COUNTY_OFFICER})
    record AnnounceBatch(
            @TargetAggregateIdentifier BatchId batch,
            Dataset dataset,
            Period period,
            String ground,
            @Nullable String reference,
            LocalDate on)
            implements BatchCommand {}

    /// The staged file is kept already.
    @AllowedTo({DEPARTMENT_OFFICER, COUNTY_OFFICER})
    record ReceiveDataset(@TargetAggregateIdentifier BatchId batch, Staged staged, LocalDate on)
            implements BatchCommand {}

    @AllowedTo({COUNTY_OFFICER, COUNTY_LEADER})
    record ApproveBatch(@TargetAggregateIdentifier BatchId batch, LocalDate on) implements BatchCommand {}

    @AllowedTo({DEPARTMENT_OFFICER, COUNTY_OFFICER, COUNTY_LEADER})
    record DiscardBatch(@TargetAggregateIdentifier BatchId batch, DiscardReason reason, LocalDate on)
            implements BatchCommand {}

    @AllowedTo(SYSTEM)
    record RecordComparison(
            @TargetAggregateIdentifier BatchId batch,
            LocalDate edition,
            int matched,
            List<Hit> hits,
            int left,
            LocalDate on)
            implements BatchCommand {}
}
