package cn.shouwang.monitoring.duplicate.worklist;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.duplicate.DuplicateId;
import cn.shouwang.monitoring.duplicate.DuplicateState;
import cn.shouwang.monitoring.duplicate.Ground;
import cn.shouwang.monitoring.duplicate.SideKind;
import cn.shouwang.monitoring.duplicate.Sides.Standing;
import cn.shouwang.monitoring.person.Shown;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.security.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The pairs with a side in the caller's division. Of a side elsewhere only its village is told.
@Component
class DuplicateList {

    /// A line of the list. `place` holds both sides, and who reaches it decides; `in` and `otherIn` are
    /// the names of the sides' villages, the one in the caller's division first.
    record Entry(
            String duplicate,
            DuplicateState state,
            List<Ground> grounds,
            String place,
            String in,
            String otherIn,
            LocalDate proposedOn) {}

    /// A pair side by side; `decision` is there while it is merged or dismissed.
    record Whole(
            Entry duplicate,
            List<SideBySide> sides,
            @Nullable Decision decision) {}

    /// One side: its village, whether it was entered last, whether it is the one kept, and, within the
    /// caller's division, who it is.
    record SideBySide(
            String in,
            boolean newer,
            @Nullable Boolean kept,
            @Nullable Someone person) {}

    /// An entry as it stands now, personal data masked.
    record Someone(
            String id,
            SideKind kind,
            @Nullable String household,
            @Nullable String name,
            @Nullable String document,
            @Nullable Integer bornIn,
            Standing standing) {}

    /// Who decided, when and why; the reason may tell of either side and is shown to those who see both.
    record Decision(String by, LocalDate on, @Nullable String reason) {}

    private final Listing pairs;
    private final Listing sides;
    private final Gate gate;
    private final Divisions divisions;

    DuplicateList(Views views, Gate gate, Divisions divisions) {
        this.pairs = views.listing(DuplicateListProjection.NAME);
        this.sides = views.listing(SideProjection.NAME);
        this.gate = gate;
        this.divisions = divisions;
    }

    /// What has waited longest comes first.
    Page<Entry> page(@Nullable DuplicateState state, PageQuery page) {
        var scope = gate.scope();
        var filter = and(state == null ? empty() : eq("state", state.name()), once(scope));
        return pairs.page(scope, filter, ascending("proposedOn", "_id"), page, this::entry);
    }

    Optional<Whole> one(DuplicateId duplicate) {
        var scope = gate.scope();
        var seen = Stream.of(":1", ":2")
                .flatMap(row -> pairs.one(scope, duplicate + row).stream())
                .toList();
        return seen.isEmpty() ? Optional.empty() : Optional.of(whole(seen, scope));
    }

    /// Each pair once, also for whoever reaches both of its rows: by the second row only where the first
    /// lies elsewhere.
    static Bson once(Scope scope) {
        return or(eq("first", true), lt("other", scope.division()), gte("other", scope.end()));
    }

    private Whole whole(List<Document> seen, Scope scope) {
        var shown = seen.stream().map(row -> side(row, scope));
        var first = seen.getFirst();
        var all = seen.size() == 2 ? shown : Stream.concat(shown, Stream.of(elsewhere(first)));
        return new Whole(entry(first), all.toList(), decision(first, seen.size() == 2));
    }

    private Entry entry(Document row) {
        return new Entry(
                row.getString("duplicate"),
                DuplicateState.valueOf(row.getString("state")),
                row.getList("grounds", String.class).stream()
                        .map(Ground::valueOf)
                        .toList(),
                row.getString("place"),
                divisions.name(row.getString("division")),
                divisions.name(row.getString("other")),
                LocalDate.parse(row.getString("proposedOn")));
    }

    private SideBySide side(Document row, Scope scope) {
        return new SideBySide(
                divisions.name(row.getString("division")),
                row.getBoolean("newer"),
                row.getBoolean("kept"),
                sides.one(scope, row.getString("side"))
                        .map(DuplicateList::someone)
                        .orElse(null));
    }

    private SideBySide elsewhere(Document row) {
        var kept = row.getBoolean("kept");
        return new SideBySide(
                divisions.name(row.getString("other")), !row.getBoolean("newer"), kept == null ? null : !kept, null);
    }

    static Someone someone(Document row) {
        var year = row.get("bornIn", SealedText.class);
        return new Someone(
                row.getString("_id"),
                SideKind.valueOf(row.getString("kind")),
                row.getString("household"),
                Shown.NAME.orNull(row, "name"),
                Shown.DOCUMENT.orNull(row, "document"),
                year == null ? null : year.text().map(Integer::valueOf).orElse(null),
                Standing.valueOf(row.getString("standing")));
    }

    private static @Nullable Decision decision(Document row, boolean both) {
        var on = row.getString("decidedOn");
        return on == null
                ? null
                : new Decision(
                        row.getString("decidedBy"), LocalDate.parse(on), both ? Shown.WHOLE.in(row, "reason") : null);
    }
}
