package cn.shouwang.monitoring.report.worklist;

import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.report.ReportId;
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

/// What of a report can be revealed.
///
/// In the read log a report goes by the number of its clue, so that looks at either are found together.
@Component
class ReportReveals implements Revealable {

    private static final String REPORT = "report.";
    private static final String DELEGATE = "delegate-";

    private static final List<Field> FIELDS = List.of(
            new Field(REPORT + "name", Kind.CONTACT),
            new Field(REPORT + "phone", Kind.CONTACT),
            new Field(REPORT + "document", Kind.IDENTITY),
            new Field(REPORT + "caller", Kind.CONTACT),
            new Field(REPORT + DELEGATE + "name", Kind.CONTACT),
            new Field(REPORT + DELEGATE + "phone", Kind.CONTACT));

    private final Listing rows;

    ReportReveals(Views views) {
        this.rows = views.listing(ReportListProjection.NAME);
    }

    static Place place(ReportId report, String field) {
        var delegate = field.startsWith(DELEGATE);
        return new Place(
                REPORT + field, ClueId.of(report).toString(), delegate ? report + ":delegate" : report.value());
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public Optional<Hidden> find(Scope scope, Place place) {
        var report = place.subject().split(":", 2)[0];
        return rows.one(scope, report).flatMap(row -> text(row, place.field().substring(REPORT.length()))
                .map(text -> new Hidden(row.getString("division"), text)));
    }

    private static Optional<SealedText> text(Document row, String field) {
        if (!field.startsWith(DELEGATE)) {
            return Optional.ofNullable(row.get(field, SealedText.class));
        }
        return Optional.ofNullable(row.get("delegate", Document.class))
                .map(delegate -> delegate.get(field.substring(DELEGATE.length()), SealedText.class));
    }
}
