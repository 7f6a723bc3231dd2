package cn.shouwang.monitoring.duplicate.likeness;

import static com.mongodb.client.model.Filters.eq;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        var found = new LinkedHashMap<Document, List<Ground>>();
        questions(traits).forEach((ground, question) -> {
            for (var row : rows.find(question, ascending("enteredAt", "_id"), MOST + 1)) {
                found.computeIfAbsent(row, _ -> new ArrayList<>()).add(ground);
            }
        });
        return found.entrySet().stream()
                .map(row -> alike(row.getKey(), row.getValue()))
                .filter(alike -> !alike.side().id().equals(traits.side().id()))
                .sorted(Comparator.comparing(Alike::enteredAt))
                .limit(MOST)
                .toList();
    }

    private Map<Ground, Bson> questions(Traits traits) {
        var questions = new EnumMap<Ground, Bson>(Ground.class);
        hashes.document(traits).ifPresent(hash -> questions.put(Ground.SAME_DOCUMENT, eq("document", hash)));
        var slips = hashes.slips(traits);
        if (!slips.isEmpty()) {
            questions.put(Ground.DOCUMENT_ONE_OFF, in("document", slips));
        }
        hashes.nameBirthVillage(traits)
                .ifPresent(hash -> questions.put(Ground.SAME_NAME_BIRTH_VILLAGE, eq("nameBirthVillage", hash)));
        return questions;
    }

    private static Alike alike(Document row, List<Ground> grounds) {
        var household = row.getString("household");
        var side = new Side(
                SideKind.valueOf(row.getString("kind")),
                SideId.of(row.getString("_id")),
                household == null ? null : HouseholdId.of(household),
                row.getString("division"));
        return new Alike(side, List.copyOf(grounds), Instant.parse(row.getString("enteredAt")));
    }
}
