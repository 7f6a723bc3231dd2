package cn.shouwang.monitoring.duty.list;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.monitoring.duty.Bearer;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Places;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import java.time.Clock;
import java.time.LocalDate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The duties of the caller's division and of those within it, what is due first at the top.
@Component
class DutyList {

    /// What to show: any part may be missing.
    record Question(
            @Nullable Integer year,
            @Nullable Bearer bearer,
            @Nullable DutyState state,
            @Nullable Boolean overdue) {}

    /// One duty. `overdue` when it is past `dueOn` and nobody reported it.
    record Entry(
            String duty,
            String division,
            int year,
            Bearer bearer,
            String code,
            String title,
            String clause,
            LocalDate dueOn,
            DutyState state,
            boolean overdue,
            LocalDate assignedOn,
            @Nullable String evidence,
            @Nullable String reporter,
            @Nullable LocalDate reportedOn,
            @Nullable LocalDate confirmedOn,
            @Nullable Boolean late,
            @Nullable String reason) {}

    private final Listing rows;
    private final Gate gate;
    private final Clock clock;

    DutyList(Views views, Gate gate, Clock clock) {
        this.rows = views.listing(DutyListProjection.NAME);
        this.gate = gate;
        this.clock = clock;
    }

    Page<Entry> page(Question question, @Nullable String division, PageQuery page) {
        var today = LocalDate.now(clock);
        var filter = and(filter(question, today), Places.within(division));
        return rows.page(gate.scope(), filter, ascending("dueOn", "_id"), page, row -> entry(row, today));
    }

    static Bson filter(Question question, LocalDate today) {
        return and(
                question.year() == null ? empty() : eq("year", question.year()),
                question.bearer() == null
                        ? empty()
                        : eq("bearer", question.bearer().name()),
                question.state() == null
                        ? empty()
                        : eq("state", question.state().name()),
                question.overdue() == null ? empty() : overdue(question.overdue(), today));
    }

    private static Bson overdue(boolean overdue, LocalDate today) {
        return overdue
                ? and(eq("state", DutyState.OPEN.name()), lt("dueOn", today.toString()))
                : or(ne("state", DutyState.OPEN.name()), gte("dueOn", today.toString()));
    }

    static Entry entry(Document row, LocalDate today) {
        var dueOn = LocalDate.parse(row.getString("dueOn"));
        var state = DutyState.valueOf(row.getString("state"));
        return new Entry(
                row.getString("_id"),
                row.getString("division"),
                row.getInteger("year"),
                Bearer.valueOf(row.getString("bearer")),
                row.getString("code"),
                row.getString("title"),
                row.getString("clause"),
                dueOn,
                state,
                state == DutyState.OPEN && dueOn.isBefore(today),
                LocalDate.parse(row.getString("assignedOn")),
                row.getString("evidence"),
                row.getString("reporter"),
                day(row, "reportedOn"),
                day(row, "confirmedOn"),
                row.getBoolean("late"),
                row.getString("reason"));
    }

    private static @Nullable LocalDate day(Document row, String field) {
        var text = row.getString(field);
        return text == null ? null : LocalDate.parse(text);
    }
}
