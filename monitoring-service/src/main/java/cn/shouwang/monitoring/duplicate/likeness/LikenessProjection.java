package cn.shouwang.monitoring.duplicate.likeness;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import cn.shouwang.monitoring.clue.ClueEvent;
import cn.shouwang.monitoring.duplicate.Side;
import cn.shouwang.monitoring.duplicate.Traits;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.report.ReportEvent;
import cn.shouwang.platform.erasure.ErasureEvent;
import cn.shouwang.platform.erasure.ErasureEvent.ErasureApproved;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/// Keeps `likeness`, one row per member, per report's applicant and per clue's subject: `{_id: number
/// of the member, report or clue, kind, division, household?, enteredAt, document?, nameBirthVillage?}`.
///
/// `document` and `nameBirthVillage` are keyed hashes of [Hashes], absent where there is nothing to
/// compare; nothing personal is here in any other form. `enteredAt` is an ISO instant.
@Component
class LikenessProjection implements Projection {

    static final String NAME = "likeness";

    private final Hashes hashes;

    LikenessProjection(Hashes hashes) {
        this.hashes = hashes;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(HouseholdEvent.class, ReportEvent.class, ClueEvent.class, ErasureEvent.class);
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("document"), Index.on("nameBirthVillage"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        Traits.of(recorded.event())
                .ifPresent(traits -> rows.advance(traits.side().id().value(), change(traits, recorded.recordedAt())));
        if (recorded.event() instanceof ErasureApproved approved) {
            approved.subjects().forEach(subject -> rows.advance(subject, forgotten()));
        }
    }

    /// A correction replaces what was known.
    Bson change(Traits traits, Instant enteredAt) {
        return combine(
                place(traits.side()),
                set("enteredAt", enteredAt.toString()),
                hash("document", hashes.document(traits)),
                hash("nameBirthVillage", hashes.nameBirthVillage(traits)));
    }

    /// What is left of someone forgotten: no hash by which the person could be found again. A subject that
    /// is no side gets a row without hashes, which is like nobody.
    static Bson forgotten() {
        return combine(unset("document"), unset("nameBirthVillage"));
    }

    private static Bson place(Side side) {
        var place = combine(set("kind", side.kind().name()), set("division", side.village()));
        return side.household() == null
                ? place
                : combine(place, set("household", side.household().toString()));
    }

    private static Bson hash(String field, Optional<String> hash) {
        return hash.map(value -> set(field, value)).orElseGet(() -> unset(field));
    }
}
