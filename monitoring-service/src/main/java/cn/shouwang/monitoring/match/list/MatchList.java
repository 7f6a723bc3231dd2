package cn.shouwang.monitoring.match.list;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import cn.shouwang.monitoring.assistance.Family;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.match.DeclineReason;
import cn.shouwang.monitoring.person.Shown;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Places;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.web.NotFound;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Proposals within the caller's division.
@Component
class MatchList {

    /// A proposal. `facts` are all the expression of that version spoke of, with their values;
    /// `forgotten` when those that tell age or health were erased.
    record Entry(
            String household,
            String division,
            int proposal,
            String policy,
            int version,
            String title,
            Family family,
            Map<String, String> facts,
            boolean forgotten,
            LocalDate proposedOn,
            MatchState state,
            @Nullable LocalDate decidedOn,
            @Nullable String decidedBy,
            @Nullable DeclineReason reason,
            @Nullable String explanation) {}

    private final Listing rows;
    private final Listing households;
    private final Gate gate;

    MatchList(Views views, Gate gate) {
        this.rows = views.listing(MatchListProjection.NAME);
        this.households = views.listing("roster");
        this.gate = gate;
    }

    /// The proposals to one household, the latest first; [NotFound] when it is not on the register.
    Page<Entry> of(HouseholdId household, PageQuery page) {
        var scope = gate.scope();
        if (households.one(scope, household.toString()).isEmpty()) {
            throw new NotFound();
        }
        return rows.page(scope, eq("household", household.toString()), descending("proposal"), page, MatchList::entry);
    }

    /// Those of `division` and all it holds, longest waiting first.
    Page<Entry> page(@Nullable MatchState state, @Nullable Family family, @Nullable String division, PageQuery page) {
        var filter = and(
                state == null ? empty() : eq("state", state.name()),
                family == null ? empty() : eq("family", family.name()),
                Places.within(division));
        return rows.page(gate.scope(), filter, ascending("proposedOn", "_id"), page, MatchList::entry);
    }

    static Entry entry(Document row) {
        var decidedOn = row.getString("decidedOn");
        var reason = row.getString("reason");
        var personal = Optional.ofNullable(row.get("personalFacts", SealedText.class));
        return new Entry(
                row.getString("household"),
                row.getString("division"),
                row.getInteger("proposal"),
                row.getString("policy"),
                row.getInteger("version"),
                row.getString("title"),
                Family.valueOf(row.getString("family")),
                facts(row, personal.flatMap(SealedText::text).orElse("")),
                personal.isPresent() && personal.get().text().isEmpty(),
                LocalDate.parse(row.getString("proposedOn")),
                MatchState.valueOf(row.getString("state")),
                decidedOn == null ? null : LocalDate.parse(decidedOn),
                row.getString("decidedBy"),
                reason == null ? null : DeclineReason.valueOf(reason),
                reason == null ? null : Shown.WHOLE.in(row, "explanation"));
    }

    private static Map<String, String> facts(Document row, String personal) {
        var facts = new TreeMap<String, String>();
        row.get("facts", new Document()).forEach((fact, value) -> facts.put(fact, value.toString()));
        personal.lines().forEach(line -> {
            var equals = line.indexOf('=');
            facts.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return facts;
    }
}
