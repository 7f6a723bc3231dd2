package cn.shouwang.platform.reading;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.reading.ReadingEvent.AttemptRefused;
import cn.shouwang.platform.reading.ReadingEvent.FieldRevealed;
import cn.shouwang.platform.reading.ReadingEvent.IdentitySearched;
import cn.shouwang.platform.reading.ReadingEvent.ListExported;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.store.Recorded;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// Keeps `readings`, one row per reading: `{_id, division, kind, position, actor, role, from,
/// recordedAt, on, purpose?, note?, …}`, `kind` the stored name of the event, `from` the reader's own
/// division, instants as dates, days as ISO text.
///
/// A reveal adds `{about: [id], subject, field, until}`, a search `{about: [ids], by, found}`, an
/// export `{what, rows, approver?}`, refusals `{method, route, code, count, firstAt, lastAt}`. Notes
/// are sealed.
final class ReadingsProjection implements Projection {

    static final String NAME = "readings";
    static final String REVEALED = "reading.field-revealed";
    static final String SEARCHED = "reading.identity-searched";
    static final String EXPORTED = "reading.exported";
    static final String REFUSED = "reading.attempt-refused";

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
        return List.of(ReadingEvent.class);
    }

    @Override
    public List<String> foundByFields() {
        return List.of("about");
    }

    @Override
    public List<Index> indexes() {
        return List.of(
                Index.on("actor", "kind", "recordedAt"), Index.on("about", "position"), Index.on("on", "position"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        if (recorded.event() instanceof ReadingEvent event) {
            rows.advance(event.reading().toString(), combine(common(recorded, event), own(event)));
        }
    }

    private static Bson common(Recorded recorded, ReadingEvent event) {
        var kind = Objects.requireNonNull(event.getClass().getAnnotation(Stored.class));
        return combine(
                set("division", event.division()),
                set("kind", kind.value()),
                set("position", recorded.position()),
                set("actor", recorded.meta(Meta.ACTOR)),
                set("role", recorded.meta(Meta.ROLE)),
                set("from", recorded.meta(Meta.DIVISION)),
                set("recordedAt", date(recorded.recordedAt())),
                set("on", event.on().toString()));
    }

    private static Bson own(ReadingEvent event) {
        return switch (event) {
            case FieldRevealed revealed ->
                combine(
                        set("about", List.of(revealed.about())),
                        set("subject", revealed.subject()),
                        set("field", revealed.field()),
                        set("purpose", revealed.purpose().name()),
                        set("until", date(revealed.until())),
                        note(revealed.subject(), revealed.note()));
            case IdentitySearched searched ->
                combine(
                        set("about", searched.about()),
                        set("by", searched.by().name()),
                        set("found", searched.found()),
                        set("purpose", searched.purpose().name()),
                        note(searched.reading().toString(), searched.note()));
            case ListExported exported ->
                combine(
                        set("what", exported.what()),
                        set("rows", exported.rows()),
                        set("purpose", exported.purpose().name()),
                        exported.approver() == null ? combine() : set("approver", exported.approver()));
            case AttemptRefused refused ->
                combine(
                        set("method", refused.method()),
                        set("route", refused.route()),
                        set("code", refused.code()),
                        set("count", refused.count()),
                        set("firstAt", date(refused.firstAt())),
                        set("lastAt", date(refused.lastAt())));
        };
    }

    private static Bson note(String subject, @Nullable String note) {
        return note == null ? combine() : set("note", SealedText.of(subject, note));
    }

    private static Date date(Instant instant) {
        return Date.from(instant);
    }
}
