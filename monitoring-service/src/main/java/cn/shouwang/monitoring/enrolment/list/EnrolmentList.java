package cn.shouwang.monitoring.enrolment.list;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import cn.shouwang.monitoring.enrolment.DiscardReason;
import cn.shouwang.monitoring.enrolment.EnrolmentId;
import cn.shouwang.monitoring.enrolment.EnrolmentState;
import cn.shouwang.monitoring.enrolment.Left;
import cn.shouwang.platform.attachment.Attachments;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.web.Gone;
import cn.shouwang.platform.web.NotFound;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The enrolments of the caller's division.
@Component
class EnrolmentList {

    /// One file. `verdicts` counts rows; `done` of `pieces`, `registered` households and `persons` are on the
    /// register so far; `left` are staged households that the register refused, by their first row.
    record Entry(
            String enrolment,
            String division,
            String account,
            LocalDate on,
            EnrolmentState state,
            int rows,
            Map<String, Integer> verdicts,
            int households,
            int householdsRefused,
            String digest,
            boolean hasErrors,
            @Nullable String decidedBy,
            @Nullable LocalDate decidedOn,
            @Nullable DiscardReason reason,
            int pieces,
            int done,
            int registered,
            int persons,
            List<Left> left) {}

    private final Listing rows;
    private final Gate gate;
    private final Attachments attachments;

    EnrolmentList(Views views, Gate gate, Attachments attachments) {
        this.rows = views.listing(EnrolmentListProjection.NAME);
        this.gate = gate;
        this.attachments = attachments;
    }

    /// The latest come first.
    Page<Entry> page(@Nullable EnrolmentState state, PageQuery page) {
        var filter = state == null ? empty() : eq("state", state.name());
        return rows.page(
                gate.scope(), filter, orderBy(descending("on"), descending("_id")), page, EnrolmentList::entry);
    }

    Entry one(EnrolmentId enrolment) {
        return entry(row(enrolment));
    }

    /// The file of errors, packed with gzip; [NotFound] when no row was refused.
    byte[] errors(EnrolmentId enrolment) {
        var errors = row(enrolment).get("errors", Document.class);
        if (errors == null) {
            throw new NotFound();
        }
        return attachments
                .open(errors.getString("id"), errors.getString("sha256"))
                .orElseThrow(Gone::new);
    }

    private Document row(EnrolmentId enrolment) {
        return rows.one(gate.scope(), enrolment.toString()).orElseThrow(NotFound::new);
    }

    static Entry entry(Document row) {
        var verdicts = new TreeMap<String, Integer>();
        row.get("verdicts", new Document()).forEach((verdict, count) -> verdicts.put(verdict, (Integer) count));
        var decidedOn = row.getString("decidedOn");
        var reason = row.getString("reason");
        return new Entry(
                row.getString("_id"),
                row.getString("division"),
                row.getString("account"),
                LocalDate.parse(row.getString("on")),
                EnrolmentState.valueOf(row.getString("state")),
                row.getInteger("rows"),
                verdicts,
                row.getInteger("households"),
                row.getInteger("refused"),
                row.getString("digest"),
                row.containsKey("errors"),
                row.getString("decidedBy"),
                decidedOn == null ? null : LocalDate.parse(decidedOn),
                reason == null ? null : DiscardReason.valueOf(reason),
                row.getInteger("pieces"),
                row.getInteger("done"),
                row.getInteger("registered"),
                row.getInteger("persons"),
                row.getList("left", Document.class, List.of()).stream()
                        .map(left -> new Left(left.getInteger("row"), left.getString("rule")))
                        .toList());
    }
}
