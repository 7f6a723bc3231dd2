package cn.shouwang.monitoring.clue.worklist;

import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.reading.Field;
import cn.shouwang.platform.reading.Field.Kind;
import cn.shouwang.platform.reading.Revealable;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.security.Scope;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What of a clue can be revealed: whom it is about, as far as is known.
@Component
class ClueReveals implements Revealable {

    static final String CLUE = "clue.";

    private static final List<Field> FIELDS = List.of(
            new Field(CLUE + "name", Kind.CONTACT),
            new Field(CLUE + "phone", Kind.CONTACT),
            new Field(CLUE + "document", Kind.IDENTITY));

    private final Listing rows;

    ClueReveals(Views views) {
        this.rows = views.listing(ClueListProjection.NAME);
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public Optional<Hidden> find(Scope scope, Place place) {
        var field = place.field().substring(CLUE.length());
        return rows.one(scope, place.about()).flatMap(row -> Optional.ofNullable(row.get(field, SealedText.class))
                .map(text -> new Hidden(row.getString("division"), text)));
    }
}
