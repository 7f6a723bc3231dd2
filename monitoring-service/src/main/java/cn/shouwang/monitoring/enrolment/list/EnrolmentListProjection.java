package cn.shouwang.monitoring.enrolment.list;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import cn.shouwang.monitoring.enrolment.EnrolmentEvent;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.EnrolmentCompleted;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.PieceRegistered;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.RollApproved;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.RollDiscarded;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.RollReceived;
import cn.shouwang.monitoring.enrolment.EnrolmentState;
import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/// Keeps `enrolments`, one row per file: `{_id, division, account, on, state, round, rows, verdicts: {verdict:
/// count}, households, refused, digest, pieces, errors?: {id, sha256}, decidedBy?, decidedOn?, reason?, done,
/// registered, persons, left: [{row, rule}]}`.
///
/// `households` can be registered and lie in `pieces`; `done` pieces, `registered` households and `persons` are
/// on the register. Days are ISO text; `account` is the one that sent it.
@Component
class EnrolmentListProjection implements Projection {

    static final String NAME = "enrolments";

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
        return List.of(EnrolmentEvent.class);
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("division", "-on"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        if (recorded.event() instanceof EnrolmentEvent event) {
            rows.advance(
                    event.enrolment().toString(),
                    combine(
                            set("state", EnrolmentState.after(event).name()),
                            change(event, recorded.meta(Meta.ACTOR))));
        }
    }

    static Bson change(EnrolmentEvent event, String actor) {
        return switch (event) {
            case RollReceived received -> received(received, actor);
            case RollApproved approved -> decided(approved, actor);
            case RollDiscarded discarded ->
                combine(
                        decided(discarded, actor),
                        set("reason", discarded.reason().name()));
            case PieceRegistered piece ->
                combine(
                        inc("done", 1),
                        inc("registered", piece.households()),
                        inc("persons", piece.persons()),
                        pushEach(
                                "left",
                                piece.left().stream()
                                        .map(left -> new Document("row", left.row()).append("rule", left.rule()))
                                        .toList()));
            case EnrolmentCompleted _ -> combine();
        };
    }

    private static Bson received(RollReceived received, String actor) {
        var staged = received.staged();
        var verdicts = new Document();
        staged.verdicts().forEach((verdict, count) -> verdicts.append(verdict.name(), count));
        var errors = staged.errors();
        return combine(
                set("division", received.division()),
                set("account", actor),
                set("on", received.on().toString()),
                set("round", received.round()),
                set("rows", staged.rows()),
                set("verdicts", verdicts),
                set("households", received.households()),
                set("refused", received.refused()),
                set("digest", received.digest()),
                set("pieces", staged.facts().size()),
                errors == null
                        ? unset("errors")
                        : set("errors", new Document("id", errors.id()).append("sha256", errors.sha256())),
                unset("decidedBy"),
                unset("decidedOn"),
                unset("reason"),
                set("done", 0),
                set("registered", 0),
                set("persons", 0),
                set("left", List.of()));
    }

    private static Bson decided(EnrolmentEvent event, String actor) {
        return combine(set("decidedBy", actor), set("decidedOn", event.on().toString()));
    }
}
