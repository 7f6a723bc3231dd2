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

    static final List<Field> FIELDS = List.of(
            new Field(HOUSEHOLD + "phone", Kind.CONTACT),
            new Field(HOUSEHOLD + "address", Kind.CONTACT),
            new Field(HOUSEHOLD + ProfileRows.RELOCATION_ADDRESS, Kind.CONTACT),
            new Field(HOUSEHOLD + ProfileRows.ACCOUNT, Kind.SENSITIVE),
            new Field(HOUSEHOLD + ProfileRows.NATIONAL_NUMBER, Kind.IDENTITY),
            new Field(MEMBER + "name", Kind.CONTACT),
            new Field(MEMBER + "phone", Kind.CONTACT),
            new Field(MEMBER + "document", Kind.IDENTITY),
            new Field(MEMBER + "born", Kind.IDENTITY),
            new Field(MEMBER + "health", Kind.SENSITIVE),
            new Field(MEMBER + "schooling", Kind.SENSITIVE),
            new Field(MEMBER + "disability", Kind.SENSITIVE),
            new Field(MEMBER + "work", Kind.SENSITIVE),
            new Field(MEMBER + "post", Kind.SENSITIVE),
            new Field(MEMBER + "insurances", Kind.SENSITIVE),
            new Field(MEMBER + "support", Kind.SENSITIVE),
            new Field(MEMBER + "particulars", Kind.IDENTITY),
            new Field(MEMBER + ProfileRows.NATIONAL_NUMBER, Kind.IDENTITY));

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
