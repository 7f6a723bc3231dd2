package cn.shouwang.monitoring.household.roster;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.nor;
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
import cn.shouwang.platform.projection.Places;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

    /// Which of those that are or were monitored to show; any part may be missing. They stand at
    /// `monitoring`, i.e. MONITORED, REMOVED or CLOSED, MONITORED when it is not said; `risk` finds it at any
    /// rank; `backstop` are those in which nobody can work, `reverted` those of which a removal was undone,
    /// `returned` those determined more than once.
    record MonitoredQuestion(
            @Nullable Set<State> monitoring,
            @Nullable Category category,
            @Nullable RiskType risk,
            @Nullable RemovalMode mode,
            @Nullable Boolean backstop,
            @Nullable Boolean reverted,
            @Nullable Boolean returned) {

        private List<String> standing() {
            var asked = monitoring == null || monitoring.isEmpty() ? Set.of(State.MONITORED) : monitoring;
            return asked.stream().map(Enum::name).toList();
        }
    }

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

    /// Latest first. A removed household stays visible here (rule M11).
    Page<Monitored> monitored(MonitoredQuestion question, @Nullable String division, PageQuery page) {
        return rows.page(gate.scope(), filter(question, division), descending("since", "_id"), page, Roster::monitored);
    }

    private Bson filter(MonitoredQuestion question, @Nullable String division) {
        var category = question.category();
        var risk = question.risk();
        var mode = question.mode();
        return and(
                in("monitoring", question.standing()),
                category == null ? empty() : eq("category", category.name()),
                risk == null ? empty() : eq("risks", risk.name()),
                mode == null ? empty() : eq("removalMode", mode.name()),
                backstop(question.backstop(), division),
                only(question.reverted(), exists("revertedOn.0")),
                only(question.returned(), exists("determinations.1")),
                within(division));
    }

    /// Whether anybody can work takes two lists of a row against each other, so those that were ever
    /// monitored, a few hundred in a county, are looked through.
    private Bson backstop(@Nullable Boolean asked, @Nullable String division) {
        if (asked == null) {
            return empty();
        }
        var found = new ArrayList<String>();
        rows.each(gate.scope(), and(exists("monitoring"), within(division)), row -> {
            if (nobodyCanWork(row)) {
                found.add(row.getString("_id"));
            }
        });
        return only(asked, in("_id", found));
    }

    private static boolean nobodyCanWork(Document row) {
        return row.getList("elsewhere", String.class).containsAll(row.getList(RosterProjection.ABLE, String.class));
    }

    private static Bson only(@Nullable Boolean asked, Bson filter) {
        return asked == null ? empty() : asked ? filter : nor(filter);
    }

    private static Bson within(@Nullable String division) {
        return Places.within(division);
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
