package cn.shouwang.monitoring.search;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.monitoring.household.Nameplate;
import cn.shouwang.monitoring.person.PersonDocument;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.monitoring.person.Shown;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.sealing.BlindIndex;
import cn.shouwang.platform.security.Gate;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// People as they can be found within the caller's division, at most fifty at a time.
@Component
class Persons {

    static final int MOST = 50;

    /// What was found. Stored by name: add, never rename.
    enum Kind {
        HOUSEHOLD,
        MEMBER,
        REPORT,
        CLUE
    }

    /// One find, masked. `thing` is a household or clue; a household shows its head's name; `gone` is a
    /// member who has died or moved away.
    record Found(
            Kind kind,
            String thing,
            String division,
            @Nullable String household,
            @Nullable String member,
            @Nullable String report,
            String name,
            @Nullable String document,
            boolean gone) {}

    private final Listing rows;
    private final Gate gate;
    private final BlindIndex index;

    Persons(Views views, Gate gate, BlindIndex index) {
        this.rows = views.listing(PersonsProjection.NAME);
        this.gate = gate;
        this.index = index;
    }

    Page<Found> of(PersonDocument document) {
        return page(eq(PersonsProjection.DOCUMENT, PersonsProjection.hash(index, document)));
    }

    Page<Found> of(Phone phone) {
        return page(eq(PersonsProjection.PHONE, PersonsProjection.hash(index, phone)));
    }

    /// Those of the given members who live within the caller's division.
    List<Found> of(Collection<String> members) {
        return page(in("_id", members)).items();
    }

    private Page<Found> page(Bson filter) {
        return rows.page(gate.scope(), filter, ascending("_id"), new PageQuery(1, MOST), Persons::found);
    }

    private static Found found(Document row) {
        var kind = Kind.valueOf(row.getString("kind"));
        var household = row.getString("household");
        var left = row.get("left", new Document());
        return new Found(
                kind,
                row.getString("thing"),
                row.getString("division"),
                household,
                kind == Kind.MEMBER ? row.getString("_id") : null,
                row.getString("report"),
                kind == Kind.HOUSEHOLD ? Nameplate.of(row).head() : Shown.NAME.in(row, "name"),
                Shown.DOCUMENT.orNull(row, "document"),
                household != null && left.containsKey(household));
    }
}
