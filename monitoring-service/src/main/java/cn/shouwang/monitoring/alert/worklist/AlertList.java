package cn.shouwang.monitoring.alert.worklist;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import cn.shouwang.monitoring.alert.AlertState;
import cn.shouwang.monitoring.alert.CloseReason;
import cn.shouwang.monitoring.clue.ClueOutcome;
import cn.shouwang.monitoring.comparison.AlertRule;
import cn.shouwang.monitoring.comparison.AlertRules;
import cn.shouwang.monitoring.comparison.Effect;
import cn.shouwang.monitoring.comparison.Measure;
import cn.shouwang.monitoring.comparison.Standing;
import cn.shouwang.monitoring.dataset.Dataset;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Places;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The alerts within the caller's division.
@Component
class AlertList {

    /// One alert. `title` is the rule's as it is called today; `measured` and `threshold` are in the unit of
    /// `measure`, amounts in fen; `span` the month, term or year it is about.
    record Entry(
            String alert,
            String division,
            String household,
            String member,
            String batch,
            Dataset dataset,
            String rule,
            String title,
            @Nullable Measure measure,
            String edition,
            Effect effect,
            Standing standing,
            String span,
            long measured,
            long threshold,
            int rank,
            LocalDate raisedOn,
            AlertState state,
            @Nullable CloseReason reason,
            @Nullable LocalDate closedOn,
            @Nullable ClueOutcome outcome) {}

    /// How often a rule was right within the caller's division: of all its alerts so many are decided, so
    /// many led to a household being monitored.
    record Precision(
            String rule,
            String title,
            long alerts,
            long open,
            long closed,
            long dispatched,
            long verified,
            long included) {

        /// `209 alerts, 1 inclusion`, for who reads no columns.
        public String told() {
            return alerts
                    + (alerts == 1 ? " alert, " : " alerts, ")
                    + included
                    + (included == 1 ? " inclusion" : " inclusions");
        }
    }

    /// What the list may be narrowed to.
    record Narrowing(
            @Nullable AlertState state,
            @Nullable Effect effect,
            @Nullable String rule,
            @Nullable String division) {}

    private final Listing rows;
    private final Gate gate;
    private final AlertRules rules;

    AlertList(Views views, Gate gate, AlertRules rules) {
        this.rows = views.listing(AlertListProjection.NAME);
        this.gate = gate;
        this.rules = rules;
    }

    /// Highest rank first.
    Page<Entry> page(Narrowing narrowing, PageQuery page) {
        return rows.page(
                gate.scope(), filter(narrowing), orderBy(descending("rank"), ascending("_id")), page, this::entry);
    }

    /// Negative checks of households in a case, the latest first; of one household when it is named.
    Page<Entry> careful(@Nullable String household, PageQuery page) {
        var filter = and(eq("effect", Effect.CAREFUL.name()), household == null ? empty() : eq("household", household));
        return rows.page(gate.scope(), filter, orderBy(descending("raisedOn"), ascending("_id")), page, this::entry);
    }

    /// One line for every rule that there is or that raised something.
    Page<Precision> precision(PageQuery page) {
        var names = new TreeSet<String>();
        var alerts = eq("effect", Effect.ALERT.name());
        rows.each(gate.scope(), alerts, row -> names.add(row.getString("rule")));
        var lines = new ArrayList<Precision>();
        names.stream().map(this::precision).forEach(lines::add);
        var from = Math.min(lines.size(), page.skip());
        var until = Math.min(lines.size(), from + page.size());
        return new Page<>(List.copyOf(lines.subList(from, until)), lines.size(), page.page(), page.size());
    }

    private Precision precision(String rule) {
        var ofRule = eq("rule", rule);
        return new Precision(
                rule,
                title(rule),
                count(ofRule),
                count(and(ofRule, eq("state", AlertState.OPEN.name()))),
                count(and(ofRule, eq("state", AlertState.CLOSED.name()))),
                count(and(ofRule, eq("state", AlertState.DISPATCHED.name()))),
                count(and(ofRule, eq("state", AlertState.VERIFIED.name()))),
                count(and(ofRule, eq("outcome", ClueOutcome.INCLUDED.name()))));
    }

    private long count(Bson filter) {
        return rows.count(gate.scope(), filter);
    }

    private static Bson filter(Narrowing narrowing) {
        var division = narrowing.division();
        return and(
                narrowing.state() == null
                        ? empty()
                        : eq("state", narrowing.state().name()),
                narrowing.effect() == null
                        ? empty()
                        : eq("effect", narrowing.effect().name()),
                narrowing.rule() == null ? empty() : eq("rule", narrowing.rule()),
                Places.within(division));
    }

    private String title(String rule) {
        return rules.named(rule).map(AlertRule::title).orElse(rule);
    }

    private Entry entry(Document row) {
        var rule = row.getString("rule");
        var reason = row.getString("reason");
        var closedOn = row.getString("closedOn");
        var outcome = row.getString("outcome");
        return new Entry(
                row.getString("_id"),
                row.getString("division"),
                row.getString("household"),
                row.getString("member"),
                row.getString("batch"),
                Dataset.valueOf(row.getString("dataset")),
                rule,
                title(rule),
                rules.named(rule).map(AlertRule::measure).orElse(null),
                row.getString("edition"),
                Effect.valueOf(row.getString("effect")),
                Standing.valueOf(row.getString("standing")),
                row.getString("span"),
                row.getLong("measured"),
                row.getLong("threshold"),
                row.getInteger("rank"),
                LocalDate.parse(row.getString("raisedOn")),
                AlertState.valueOf(row.getString("state")),
                reason == null ? null : CloseReason.valueOf(reason),
                closedOn == null ? null : LocalDate.parse(closedOn),
                outcome == null ? null : ClueOutcome.valueOf(outcome));
    }
}
