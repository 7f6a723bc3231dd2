package cn.shouwang.monitoring.duplicate.likeness;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.monitoring.duplicate.Ground;
import cn.shouwang.monitoring.duplicate.Likenesses;
import cn.shouwang.monitoring.duplicate.Side;
import cn.shouwang.monitoring.duplicate.SideId;
import cn.shouwang.monitoring.duplicate.SideKind;
import cn.shouwang.monitoring.duplicate.Traits;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.projection.Views;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Asks the rows of [LikenessProjection], by index only: one question per ground.
///
/// A portion per ground is enough: whoever is entered again and again is each time compared with those
/// entered first, into whom the others are merged.
@Component
class HashedLikenesses implements Likenesses {

    private static final int MOST = 20;

    private final Lookup rows;
    private final Hashes hashes;

    @Autowired
    HashedLikenesses(Views views, Hashes hashes) {
        this(views.lookup(LikenessProjection.NAME), hashes);
    }

    HashedLikenesses(Lookup rows, Hashes hashes) {
        this.rows = rows;
        this.hashes = hashes;
    }

    @Override
    public List<Alike> of(Traits traits) {
        var marks = marks(traits);
        var found = new LinkedHashMap<String, Document>();
        marks.forEach(mark -> rows.find(mark.question(), ascending("enteredAt", "_id"), MOST + 1)
                .forEach(row -> found.put(row.getString("_id"), row)));
        return found.values().stream()
                .map(row -> alike(row, marks))
                .filter(alike -> !alike.side().id().equals(traits.side().id()))
                .sorted(Comparator.comparing(Alike::enteredAt))
                .limit(MOST)
                .toList();
    }

    /// A ground, the field that shows it, and the hashes that do.
    private record Mark(Ground ground, String field, Set<String> hashes) {

        Bson question() {
            return in(field, hashes);
        }

        boolean isOn(Document row) {
            var hash = row.getString(field);
            return hash != null && hashes.contains(hash);
        }
    }

    private List<Mark> marks(Traits traits) {
        return Stream.of(
                        new Mark(Ground.SAME_DOCUMENT, "document", set(hashes.document(traits))),
                        new Mark(Ground.DOCUMENT_ONE_OFF, "document", hashes.slips(traits)),
                        new Mark(
                                Ground.SAME_NAME_BIRTH_VILLAGE,
                                "nameBirthVillage",
                                set(hashes.nameBirthVillage(traits))))
                .filter(mark -> !mark.hashes().isEmpty())
                .toList();
    }

    private static Set<String> set(Optional<String> hash) {
        return hash.map(Set::of).orElseGet(Set::of);
    }

    /// The grounds are read from the row, not from the question that found it: between two questions
    /// somebody may have been entered, who would then be alike on half of the grounds.
    private static Alike alike(Document row, List<Mark> marks) {
        var household = row.getString("household");
        var side = new Side(
                SideKind.valueOf(row.getString("kind")),
                SideId.of(row.getString("_id")),
                household == null ? null : HouseholdId.of(household),
                row.getString("division"));
        var grounds =
                marks.stream().filter(mark -> mark.isOn(row)).map(Mark::ground).toList();
        return new Alike(side, grounds, Instant.parse(row.getString("enteredAt")));
    }
}
