package cn.shouwang.monitoring.report.worklist;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import cn.shouwang.monitoring.person.Shown;
import cn.shouwang.monitoring.report.ReportId;
import cn.shouwang.monitoring.report.ReportState;
import cn.shouwang.monitoring.report.Way;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Places;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The reports within the caller's division, for the offices that answer or check them.
@Component
class ReportList {

    /// A line of the list. `overdue` when it is past `acceptBy` and not answered; `crowded` when it came
    /// in among too many of its village.
    record Entry(
            String report,
            String division,
            ReportState state,
            Way way,
            String name,
            int members,
            List<String> reasons,
            LocalDate on,
            LocalDate acceptBy,
            boolean overdue,
            boolean crowded,
            int photos) {}

    /// One report with everything a clerk may see of it, personal data masked. Only what happened is
    /// there.
    record Whole(
            Entry report,
            String phone,
            @Nullable String document,
            String text,
            @Nullable Speaker delegate,
            @Nullable String caller,
            @Nullable String clerk,
            @Nullable LocalDate acceptedOn,
            @Nullable Refusal refusal,
            @Nullable LocalDate withdrawnOn,
            @Nullable String outcome,
            @Nullable LocalDate resultOn) {}

    /// Who spoke for the household, and by what right.
    record Speaker(
            String name,
            String phone,
            @Nullable String relation,
            @Nullable String office) {}

    /// Why it was refused, by when the household must be told, and when it was.
    record Refusal(
            String reason,
            String text,
            LocalDate on,
            LocalDate tellBy,
            @Nullable LocalDate toldOn) {}

    private final Listing rows;
    private final Gate gate;
    private final Clock clock;

    ReportList(Views views, Gate gate, Clock clock) {
        this.rows = views.listing(ReportListProjection.NAME);
        this.gate = gate;
        this.clock = clock;
    }

    /// Reports of `division` and all it holds: those waiting for an answer by the day they must have
    /// it, others latest first.
    Page<Entry> page(@Nullable ReportState state, @Nullable String division, PageQuery page) {
        var order = state == ReportState.SUBMITTED ? ascending("acceptBy", "_id") : descending("on", "_id");
        var today = LocalDate.now(clock);
        return rows.page(gate.scope(), and(in(state), within(division)), order, page, row -> entry(row, today));
    }

    Optional<Whole> one(ReportId report) {
        return rows.one(gate.scope(), report.value()).map(row -> whole(row, LocalDate.now(clock)));
    }

    private static Bson in(@Nullable ReportState state) {
        return state == null ? empty() : eq("state", state.name());
    }

    private static Bson within(@Nullable String division) {
        return Places.within(division);
    }

    static Entry entry(Document row, LocalDate today) {
        var state = ReportState.valueOf(row.getString("state"));
        var acceptBy = LocalDate.parse(row.getString("acceptBy"));
        return new Entry(
                row.getString("_id"),
                row.getString("division"),
                state,
                Way.valueOf(row.getString("way")),
                Shown.NAME.in(row, "name"),
                row.getInteger("members"),
                row.getList("reasons", String.class),
                LocalDate.parse(row.getString("on")),
                acceptBy,
                state == ReportState.SUBMITTED && acceptBy.isBefore(today),
                row.getBoolean("crowded", false),
                row.getInteger("photos", 0));
    }

    static Whole whole(Document row, LocalDate today) {
        return new Whole(
                entry(row, today),
                Shown.PHONE.in(row, "phone"),
                Shown.DOCUMENT.orNull(row, "document"),
                Shown.WHOLE.in(row, "text"),
                speaker(row.get("delegate", Document.class)),
                Shown.PHONE.orNull(row, "caller"),
                row.getString("clerk"),
                day(row, "acceptedOn"),
                refusal(row),
                day(row, "withdrawnOn"),
                row.getString("outcome"),
                day(row, "resultOn"));
    }

    private static @Nullable Speaker speaker(@Nullable Document row) {
        return row == null
                ? null
                : new Speaker(
                        Shown.NAME.in(row, "name"),
                        Shown.PHONE.in(row, "phone"),
                        row.getString("relation"),
                        row.getString("office"));
    }

    private static @Nullable Refusal refusal(Document row) {
        return row.getString("refusal") == null
                ? null
                : new Refusal(
                        row.getString("refusal"),
                        Shown.WHOLE.in(row, "refusalText"),
                        LocalDate.parse(row.getString("refusedOn")),
                        LocalDate.parse(row.getString("tellBy")),
                        day(row, "refusalToldOn"));
    }

    private static @Nullable LocalDate day(Document row, String field) {
        var text = row.getString(field);
        return text == null ? null : LocalDate.parse(text);
    }
}
