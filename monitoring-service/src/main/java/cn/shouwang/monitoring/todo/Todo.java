package cn.shouwang.monitoring.todo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Places;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import java.time.Clock;
import java.time.LocalDate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The caller's open work: what their role may do, within their division.
@Component
class Todo {

    /// One thing to do. `subject` is the report's number, the clue's, the duty's or the household's id,
    /// `objection` the number of the objection in its case, `proposal` that of a proposal to the
    /// household, `issue` that of the issue in it. `dueOn` is the day of the step, or else that of the
    /// whole case; `overdue` when it is past.
    record Entry(
            String kind,
            String subject,
            @Nullable Integer objection,
            @Nullable Integer proposal,
            @Nullable Integer issue,
            String division,
            Step step,
            LocalDate since,
            @Nullable LocalDate dueOn,
            boolean overdue) {}

    private final Listing rows;
    private final Gate gate;
    private final Clock clock;

    Todo(Views views, Gate gate, Clock clock) {
        this.rows = views.listing(TodoProjection.NAME);
        this.gate = gate;
        this.clock = clock;
    }

    /// What has waited longest comes first.
    Page<Entry> of(@Nullable String division, PageQuery page) {
        var mine = and(eq("roles", gate.actor().role().name()), exists("duplicates.0", false));
        var filter = division == null ? mine : and(mine, Places.within(division));
        var today = LocalDate.now(clock);
        return rows.page(gate.scope(), filter, ascending("since", "_id"), page, row -> entry(row, today));
    }

    static Entry entry(Document row, LocalDate today) {
        var due = row.getString("dueOn") == null ? row.getString("decideBy") : row.getString("dueOn");
        var dueOn = due == null ? null : LocalDate.parse(due);
        return new Entry(
                row.getString("kind"),
                row.getString("subject"),
                row.getInteger("objection"),
                row.getInteger("proposal"),
                row.getInteger("issue"),
                row.getString("division"),
                Step.valueOf(row.getString("step")),
                LocalDate.parse(row.getString("since")),
                dueOn,
                dueOn != null && dueOn.isBefore(today));
    }
}
