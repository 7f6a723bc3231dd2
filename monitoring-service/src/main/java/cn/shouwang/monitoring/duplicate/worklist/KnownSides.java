package cn.shouwang.monitoring.duplicate.worklist;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.monitoring.duplicate.Side;
import cn.shouwang.monitoring.duplicate.SideId;
import cn.shouwang.monitoring.duplicate.SideKind;
import cn.shouwang.monitoring.duplicate.Sides;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.projection.Views;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// What decisions may know of the sides, read from their rows.
@Component
class KnownSides implements Sides {

    private final Lookup rows;

    @Autowired
    KnownSides(Views views) {
        this(views.lookup(SideProjection.NAME));
    }

    KnownSides(Lookup rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Known> find(SideId id) {
        return rows.one(id.value()).map(KnownSides::known);
    }

    @Override
    public Set<MemberId> mergedMembers(Set<MemberId> members) {
        var asked = members.stream().map(MemberId::toString).toList();
        return rows
                .find(and(in("_id", asked), ne("mergedInto", List.of())), ascending("_id"), Math.max(1, asked.size()))
                .stream()
                .map(row -> MemberId.of(row.getString("_id")))
                .collect(Collectors.toUnmodifiableSet());
    }

    static Known known(Document row) {
        var household = row.getString("household");
        return new Known(
                new Side(
                        SideKind.valueOf(row.getString("kind")),
                        SideId.of(row.getString("_id")),
                        household == null ? null : HouseholdId.of(household),
                        row.getString("division")),
                row.getString("enteredBy"),
                Standing.valueOf(row.getString("standing")),
                row.getBoolean("head", false),
                row.getBoolean("followed", false),
                row.getList("mergedInto", String.class).stream()
                        .map(SideId::of)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
