package cn.shouwang.monitoring.household.file;

import static com.mongodb.client.model.Filters.eq;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.AccessTable;
import cn.shouwang.platform.security.Gate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;

/// The timeline of a household, for its file on paper: told to whoever may ask for the timeline itself.
@Component
class Steps {

    /// An event: its stored name, who recorded it in which office and when, and its village day.
    record Step(String name, String actor, String role, Instant recordedAt, String on) {}

    private static final Comparator<Document> AS_RECORDED =
            Comparator.comparing((Document row) -> row.getLong("position")).thenComparing(row -> row.getString("_id"));

    private final Listing rows;
    private final AccessTable access;
    private final Gate gate;

    Steps(Views views, AccessTable access, Gate gate) {
        this.rows = views.listing("timeline");
        this.access = access;
        this.gate = gate;
    }

    /// All of them, the first one first; empty for a caller who may not ask.
    Optional<List<Step>> of(HouseholdId household) {
        return mayAsk(household) ? Optional.of(all(household)) : Optional.empty();
    }

    private boolean mayAsk(HouseholdId household) {
        var path = PathContainer.parsePath("/households/" + household + "/timeline");
        var role = gate.actor().role();
        return access.row("GET", path).filter(row -> row.roles().contains(role)).isPresent();
    }

    private List<Step> all(HouseholdId household) {
        var found = new ArrayList<Document>();
        rows.each(gate.scope(), eq("household", household.toString()), found::add);
        return found.stream().sorted(AS_RECORDED).map(Steps::step).toList();
    }

    private static Step step(Document row) {
        return new Step(
                row.getString("name"),
                row.getString("actor"),
                row.getString("role"),
                Instant.parse(row.getString("recordedAt")),
                row.getString("on"));
    }
}
