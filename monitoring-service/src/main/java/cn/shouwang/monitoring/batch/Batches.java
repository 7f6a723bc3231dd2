package cn.shouwang.monitoring.batch;

import cn.shouwang.monitoring.batch.BatchEvent.BatchAnnounced;
import cn.shouwang.monitoring.batch.BatchEvent.DatasetReceived;
import cn.shouwang.monitoring.dataset.Dataset;
import cn.shouwang.monitoring.dataset.Period;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Batches straight from their streams, so that what was recorded a moment ago already counts.
public final class Batches {

    /// A batch as it stands; `staged` is absent until its file has come.
    public record Entry(
            BatchId batch,
            String division,
            Dataset dataset,
            Period period,
            Basis basis,
            @Nullable Staged staged,
            BatchState state) {}

    private final Function<BatchId, Stream<BatchEvent>> streams;

    public Batches(Function<BatchId, Stream<BatchEvent>> streams) {
        this.streams = streams;
    }

    /// Empty when no batch has that number.
    public Optional<Entry> find(BatchId batch) {
        var history = streams.apply(batch).toList();
        if (history.isEmpty() || !(history.getFirst() instanceof BatchAnnounced announced)) {
            return Optional.empty();
        }
        var staged = history.stream()
                .filter(DatasetReceived.class::isInstance)
                .map(event -> ((DatasetReceived) event).staged())
                .findFirst()
                .orElse(null);
        return Optional.of(new Entry(
                batch,
                announced.division(),
                announced.dataset(),
                announced.period(),
                announced.basis(),
                staged,
                BatchState.after(history.getLast())));
    }
}
