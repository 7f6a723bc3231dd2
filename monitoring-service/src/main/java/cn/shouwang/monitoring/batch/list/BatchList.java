package cn.shouwang.monitoring.batch.list;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import cn.shouwang.monitoring.batch.BatchId;
import cn.shouwang.monitoring.batch.BatchState;
import cn.shouwang.monitoring.batch.DiscardReason;
import cn.shouwang.monitoring.dataset.Dataset;
import cn.shouwang.monitoring.dataset.Department;
import cn.shouwang.platform.attachment.Attachments;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.web.Gone;
import cn.shouwang.platform.web.NotFound;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The batches of the caller's county; to a department those of its own account only.
@Component
class BatchList {

    /// One batch. `verdicts` counts rows; `hits` and `matched` are there once it is compared, `left` how many
    /// hits were more than bearable.
    record Entry(
            String batch,
            String division,
            Dataset dataset,
            Department department,
            LocalDate from,
            LocalDate until,
            String ground,
            String basis,
            boolean push,
            @Nullable String reference,
            String account,
            LocalDate on,
            BatchState state,
            @Nullable Integer rows,
            Map<String, Integer> verdicts,
            boolean hasErrors,
            @Nullable String decidedBy,
            @Nullable LocalDate decidedOn,
            @Nullable DiscardReason reason,
            @Nullable String edition,
            @Nullable Integer matched,
            @Nullable Integer hits,
            @Nullable Integer left) {}

    private final Listing rows;
    private final Gate gate;
    private final Attachments attachments;

    BatchList(Views views, Gate gate, Attachments attachments) {
        this.rows = views.listing(BatchListProjection.NAME);
        this.gate = gate;
        this.attachments = attachments;
    }

    /// The latest come first.
    Page<Entry> page(@Nullable BatchState state, @Nullable Dataset dataset, PageQuery page) {
        var filter = and(
                own(),
                state == null ? empty() : eq("state", state.name()),
                dataset == null ? empty() : eq("dataset", dataset.name()));
        return rows.page(gate.scope(), filter, orderBy(descending("on"), descending("_id")), page, BatchList::entry);
    }

    Entry one(BatchId batch) {
        return row(batch).map(BatchList::entry).orElseThrow(NotFound::new);
    }

    /// The file of errors, packed with gzip; [NotFound] when no row was refused, [Gone] after its time.
    byte[] errors(BatchId batch) {
        var errors = row(batch).map(row -> row.get("errors", Document.class)).orElseThrow(NotFound::new);
        return attachments
                .open(errors.getString("id"), errors.getString("sha256"))
                .orElseThrow(Gone::new);
    }

    private Optional<Document> row(BatchId batch) {
        var mine = gate.actor();
        return rows.one(gate.scope(), batch.toString())
                .filter(row ->
                        mine.role() != Role.DEPARTMENT_OFFICER || mine.id().equals(row.getString("account")));
    }

    private Bson own() {
        var actor = gate.actor();
        return actor.role() == Role.DEPARTMENT_OFFICER ? eq("account", actor.id()) : empty();
    }

    static Entry entry(Document row) {
        var verdicts = new TreeMap<String, Integer>();
        row.get("verdicts", new Document()).forEach((verdict, count) -> verdicts.put(verdict, (Integer) count));
        var decidedOn = row.getString("decidedOn");
        var reason = row.getString("reason");
        return new Entry(
                row.getString("_id"),
                row.getString("division"),
                Dataset.valueOf(row.getString("dataset")),
                Department.valueOf(row.getString("department")),
                LocalDate.parse(row.getString("from")),
                LocalDate.parse(row.getString("until")),
                row.getString("ground"),
                row.getString("basis"),
                row.getBoolean("push"),
                row.getString("reference"),
                row.getString("account"),
                LocalDate.parse(row.getString("on")),
                BatchState.valueOf(row.getString("state")),
                row.getInteger("rows"),
                verdicts,
                row.containsKey("errors"),
                row.getString("decidedBy"),
                decidedOn == null ? null : LocalDate.parse(decidedOn),
                reason == null ? null : DiscardReason.valueOf(reason),
                row.getString("edition"),
                row.getInteger("matched"),
                row.getInteger("hits"),
                row.getInteger("left"));
    }
}
