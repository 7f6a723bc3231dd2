package cn.shouwang.monitoring.household.file;

import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.reading.Field;
import cn.shouwang.platform.reading.Field.Kind;
import cn.shouwang.platform.reading.Revealable;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.security.Scope;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// What of a household's file can be revealed. A household is named by its number; a member is the
/// subject.
@Component
class HouseholdReveals implements Revealable {

    static final String HOUSEHOLD = "household.";
    static final String MEMBER = "member.";

    private static final List<Field> FIELDS = List.of(
            new Field(HOUSEHOLD + "phone", Kind.CONTACT),
            new Field(HOUSEHOLD + "address", Kind.CONTACT),
            new Field(MEMBER + "name", Kind.CONTACT),
            new Field(MEMBER + "document", Kind.IDENTITY),
            new Field(MEMBER + "born", Kind.IDENTITY),
            new Field(MEMBER + "health", Kind.SENSITIVE));

    private final Listing rows;

    HouseholdReveals(Views views) {
        this.rows = views.listing(HouseholdFileProjection.NAME);
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public Optional<Hidden> find(Scope scope, Place place) {
        return rows.one(scope, place.about())
                .flatMap(row -> text(row, place).map(text -> new Hidden(row.getString("division"), text)));
    }

    private static Optional<SealedText> text(Document row, Place place) {
        var field = place.field().substring(place.field().indexOf('.') + 1);
        if (place.field().startsWith(HOUSEHOLD)) {
            return Optional.ofNullable(row.get(field, SealedText.class));
        }
        var member = row.get("members", new Document()).get(place.subject(), Document.class);
        return Optional.ofNullable(member).map(known -> known.get(field, SealedText.class));
    }
}
