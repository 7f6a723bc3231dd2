package cn.shouwang.monitoring.batch;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.monitoring.batch.BatchCommand.RecordComparison;
import cn.shouwang.monitoring.batch.BatchEvent.BatchApproved;
import cn.shouwang.monitoring.comparison.AlertRules;
import cn.shouwang.monitoring.comparison.Comparer;
import cn.shouwang.monitoring.comparison.Comparer.Found;
import cn.shouwang.monitoring.comparison.ComparisonSettings;
import cn.shouwang.monitoring.comparison.Comparisons;
import cn.shouwang.monitoring.dataset.Facts;
import cn.shouwang.platform.attachment.Attachments;
import cn.shouwang.platform.policy.Policy;
import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.store.Recorded;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// An approved batch is compared with the register by the rules of its day, together with what earlier
/// batches of the same dataset told of the same year, so that sums are whole.
@Component
class WhenBatchApprovedThenCompareBatch implements Policy {

    private static final int MOST_EARLIER = 200;

    private final Batches batches;
    private final Lookup rows;
    private final Attachments attachments;
    private final Comparisons comparisons;
    private final AlertRules rules;
    private final ComparisonSettings settings;

    WhenBatchApprovedThenCompareBatch(
            Batches batches,
            Views views,
            Attachments attachments,
            Comparisons comparisons,
            AlertRules rules,
            ComparisonSettings settings) {
        this.batches = batches;
        this.rows = views.lookup("batches");
        this.attachments = attachments;
        this.comparisons = comparisons;
        this.rules = rules;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "when-batch-approved-then-compare-batch";
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(BatchApproved.class);
    }

    @Override
    public void react(Recorded recorded, Reaction reaction) {
        if (recorded.event() instanceof BatchApproved approved) {
            try {
                reaction.send("comparison", compare(approved), approved.division());
            } catch (RuleBroken refusal) {
                if (!refusal.rule().equals("batch.not-approved")) { // compared before
                    throw refusal;
                }
            }
        }
    }

    private RecordComparison compare(BatchApproved approved) {
        var batch = batches.find(approved.batch()).orElseThrow();
        var edition = rules.on(approved.on());
        var found = comparisons.with(comparer -> {
            earlier(batch).forEach(before -> load(comparer, before, false));
            load(comparer, batch, true);
            return hits(comparer, batch, approved.on());
        });
        var told = found.hits().stream().limit(settings.mostHits()).toList();
        return new RecordComparison(
                approved.batch(),
                edition.from(),
                found.matched(),
                told,
                found.hits().size() - told.size(),
                approved.on());
    }

    private Found hits(Comparer comparer, Batches.Entry batch, LocalDate on) {
        return comparer.hits(
                rules.on(on).about(batch.dataset()),
                batch.period().until(),
                on,
                !batch.basis().push());
    }

    private List<Batches.Entry> earlier(Batches.Entry batch) {
        var since = batch.period().from().withDayOfYear(1);
        var same = and(
                eq("dataset", batch.dataset().name()),
                eq("division", batch.division()),
                in("state", BatchState.APPROVED.name(), BatchState.COMPARED.name()),
                gte("until", since.toString()),
                lte("from", batch.period().until().toString()),
                ne("_id", batch.batch().toString()));
        return rows.find(same, ascending("_id"), MOST_EARLIER).stream()
                .flatMap(row -> batches.find(BatchId.of(row.getString("_id"))).stream())
                .toList();
    }

    /// Pieces whose key was destroyed at the end of their time say nothing any more.
    private void load(Comparer comparer, Batches.Entry batch, boolean fresh) {
        var consent = !batch.basis().push();
        for (var piece : Objects.requireNonNull(batch.staged()).facts()) {
            attachments
                    .open(piece.id(), piece.sha256())
                    .ifPresent(bytes -> Facts.each(bytes, fact -> comparer.fact(fact, fresh, consent)));
        }
    }
}
