package cn.shouwang.platform.flag;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.flag.FlagEvent.FlagExplained;
import cn.shouwang.platform.flag.FlagEvent.FlagReviewed;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.store.Recorded;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;

/// Keeps `flags`, one row per flag: `{_id, division, kind, actor, role, from, measure, threshold, within?,
/// edition, position, count, positions: [at most 200], firstAt, lastAt, stream?, about?, name?, on?,
/// state?, explanation?, explainedBy?, explainedAt?, note?, reviewedBy?, reviewedAt?}`.
///
/// `from` is the office's division, `edition` the first day of the rules applied, `position` the last
/// event's. A flag about one thing lies in that thing's division and names its `stream`, the id `about`
/// which people speak, and the event's stored `name`; one about an account's hours in the account's. Words
/// are sealed. No `state` is open.
///
/// Beside them lie the rows in which [Bursts], [Decisions] and [Pictures] remember what came before; they
/// have no division, so nobody sees them.
final class FlagsProjection implements Projection {

    static final String NAME = "flags";

    private final RuleBook book;
    private final ZoneId zone;
    private final Bursts bursts;

    FlagsProjection(RuleBook book, ZoneId zone) {
        this.book = book;
        this.zone = zone;
        this.bursts = new Bursts(book.restDays());
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Other rules are another version: its rows are built beside these.
    @Override
    public int version() {
        return book.version();
    }

    /// A flag rests on events that name other things than the flag.
    @Override
    public List<String> foundBy(String row) {
        return List.of();
    }

    @Override
    public List<Index> indexes() {
        return List.of(
                Index.on("division", "-position"), Index.on("actor", "-position"), Index.on("about", "-position"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        if (recorded.event() instanceof FlagEvent event) {
            rows.advance(event.flag().toString(), said(event, recorded));
            return;
        }
        book.noted(recorded, LocalDateTime.ofInstant(recorded.recordedAt(), zone))
                .ifPresent(noted -> look(noted, rows));
    }

    private void look(Noted noted, Rows rows) {
        LateEntries.look(noted, rows);
        bursts.look(noted, rows);
        Decisions.look(noted, rows);
        Pictures.look(noted, rows);
    }

    private static Bson said(FlagEvent event, Recorded recorded) {
        return switch (event) {
            case FlagExplained explained ->
                combine(
                        set("state", FlagState.EXPLAINED.name()),
                        set("explanation", SealedText.of(explained.subject(), explained.text())),
                        set("explainedBy", recorded.meta(Meta.ACTOR)),
                        set("explainedAt", Date.from(recorded.recordedAt())));
            case FlagReviewed reviewed ->
                combine(
                        set("state", reviewed.outcome().state().name()),
                        set("reviewedBy", recorded.meta(Meta.ACTOR)),
                        set("reviewedAt", Date.from(recorded.recordedAt())),
                        reviewed.note() == null
                                ? combine()
                                : set("note", SealedText.of(reviewed.subject(), reviewed.note())));
        };
    }
}
