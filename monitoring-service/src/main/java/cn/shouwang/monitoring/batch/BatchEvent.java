package cn.shouwang.monitoring.batch;

import cn.shouwang.monitoring.comparison.Hit;
import cn.shouwang.monitoring.dataset.Dataset;
import cn.shouwang.monitoring.dataset.Period;
import cn.shouwang.platform.event.Decides;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/// What can happen to a department's file.
///
/// `division` is the county whose register it is compared with; `on` the day of the act there. Nothing
/// personal is in it: people are told by the register's own numbers, and only in what was found.
public sealed interface BatchEvent extends Placed {

    BatchId batch();

    LocalDate on();

    /// A file is to come: what it holds, about which days, and on what comparing it rests.
    @Stored("batch.announced")
    @Revision("1")
    record BatchAnnounced(BatchId batch, String division, Dataset dataset, Period period, Basis basis, LocalDate on)
            implements BatchEvent {}

    /// The file came and every row has its verdict; nothing of it counts yet.
    @Stored("batch.dataset-received")
    @Revision("1")
    record DatasetReceived(BatchId batch, String division, Dataset dataset, Staged staged, LocalDate on)
            implements BatchEvent {}

    @Decides(on = DatasetReceived.class)
    @Stored("batch.approved")
    @Revision("1")
    record BatchApproved(BatchId batch, String division, Dataset dataset, LocalDate on) implements BatchEvent {}

    @Stored("batch.discarded")
    @Revision("1")
    record BatchDiscarded(BatchId batch, String division, DiscardReason reason, LocalDate on) implements BatchEvent {}

    /// Compared with the register by the rules of the edition that begins on `edition`: `matched` persons are
    /// on it. `hits` are what was found, highest rank first; of more than are bearable `left` were left out.
    @Stored("batch.compared")
    @Revision("1")
    record BatchCompared(
            BatchId batch,
            String division,
            Dataset dataset,
            LocalDate edition,
            int matched,
            List<Hit> hits,
            int left,
            LocalDate on)
            implements BatchEvent {

        public BatchCompared {
            hits = List.copyOf(hits);
        }
    }
}
