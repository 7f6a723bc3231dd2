package cn.shouwang.monitoring.household.roster;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.Nameplate;
import cn.shouwang.monitoring.identification.Category;
import cn.shouwang.monitoring.removal.RemovalMode;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The register as lists, within the caller's division. Names are masked.
@Component
class Roster {

    /// Where a household stands; absent while it never had a case.
    enum State {
        IN_CASE,
        MONITORED,
        REJECTED,
        /// No longer monitored: its risk was removed.
        REMOVED,
        /// No longer monitored: nobody is left.
        CLOSED
    }

    /// A registered household.
    record Entry(
            String household,
            String division,
            BaseType baseType,
            String head,
            int members,
            LocalDate registeredOn,
            @Nullable State state) {}

    /// A household that is or was monitored, and what it was last determined by. `cycle` counts how often it
    /// was looked into; `announcedOn` is absent until the village has heard; `removedOn` is the day since
    /// which it is not monitored any more.
    record Monitored(
            String household,
            String division,
            String head,
            int members,
            Category category,
            List<String> risks,
            LocalDate since,
            String decisionNo,
            long incomePerHeadFen,
            long lineFen,
            @Nullable LocalDate announcedOn,
            State monitoring,
            int cycle,
            @Nullable LocalDate removedOn,
            @Nullable RemovalMode removalMode) {}

    private final Listing rows;
    private final Gate gate;

    Roster(Views views, Gate gate) {
        this.rows = views.listing(RosterProjection.NAME);
        this.gate = gate;
    }

    /// Every registered household of `division` and all it holds, village by village.
    Page<Entry> registered(@Nullable String division, @Nullable State state, PageQuery page) {
        var filter = and(within(division), state == null ? empty() : eq("state", state.name()));
        return rows.page(gate.scope(), filter, ascending("division", "_id"), page, Roster::entry);
    }

    /// Those that stand at `monitoring`, i.e. MONITORED, REMOVED or CLOSED, latest first; `risk` finds it at
    /// any rank. A removed household stays visible here (rule M11).
    Page<Monitored> monitored(
            State monitoring,
            @Nullable Category category,
            @Nullable RiskType risk,
            @Nullable String division,
            PageQuery page) {
        var filter = and(
                eq("monitoring", monitoring.name()),
                category == null ? empty() : eq("category", category.name()),
                risk == null ? empty() : eq("risks", risk.name()),
                within(division));
        return rows.page(gate.scope(), filter, descending("since", "_id"), page, Roster::monitored);
    }

    private static Bson within(@Nullable String division) {
        return division == null ? empty() : and(gte("division", division), lt("division", division + ":"));
    }

    static Entry entry(Document row) {
        var nameplate = Nameplate.of(row);
        var state = row.getString("state");
        return new Entry(
                row.getString("_id"),
                row.getString("division"),
                BaseType.valueOf(row.getString("baseType")),
                nameplate.head(),
                nameplate.members(),
                LocalDate.parse(row.getString("registeredOn")),
                state == null ? null : State.valueOf(state));
    }

    static Monitored monitored(Document row) {
        var nameplate = Nameplate.of(row);
        var announced = row.getString("announcedOn");
        var removed = row.getString("removedOn");
        var mode = row.getString("removalMode");
        return new Monitored(
                row.getString("_id"),
                row.getString("division"),
                nameplate.head(),
                nameplate.members(),
                Category.valueOf(row.getString("category")),
                row.getList("risks", String.class),
                LocalDate.parse(row.getString("since")),
                row.getString("decisionNo"),
                row.getLong("incomePerHeadFen"),
                row.getLong("lineFen"),
                announced == null ? null : LocalDate.parse(announced),
                State.valueOf(row.getString("monitoring")),
                row.getInteger("cycle"),
                removed == null ? null : LocalDate.parse(removed),
                mode == null ? null : RemovalMode.valueOf(mode));
    }
}
