package cn.shouwang.monitoring.clue.worklist;

import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.clue.ClueEvent;
import cn.shouwang.monitoring.clue.ClueEvent.ClueAssigned;
import cn.shouwang.monitoring.clue.ClueEvent.ClueClosed;
import cn.shouwang.monitoring.clue.ClueEvent.ClueEscalated;
import cn.shouwang.monitoring.clue.ClueEvent.ClueRegistered;
import cn.shouwang.monitoring.clue.ClueLevel;
import cn.shouwang.monitoring.clue.ClueState;
import cn.shouwang.monitoring.duplicate.DuplicateEvent;
import cn.shouwang.monitoring.duplicate.DuplicateEvent.Link;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.store.Recorded;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/// Keeps `clues`, one row per clue: `{_id, division, state, channel, report?, name?, phone?,
/// document?, risks, evidence, level, dueOn, office?, account?, outcome?, reason?, on, closedOn?,
/// duplicates: [pair]}`. While `duplicates` holds a pair, the clue rests: it is merged into
/// another one. It is there from the first, so that a merge and its undoing leave the row as it was.
/// Name, phone, document and free texts are sealed; days are ISO text.
@Component
class ClueListProjection implements Projection {

    static final String NAME = "clues";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(ClueEvent.class, DuplicateEvent.class);
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("division", "dueOn"), Index.on("state", "dueOn"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        if (recorded.event() instanceof ClueEvent event) {
            rows.advance(event.clue().toString(), change(event));
        }
        if (recorded.event() instanceof Link link && link.resting() != null) {
            rows.advance(link.resting().toString(), change(link));
        }
    }

    static Bson change(ClueEvent event) {
        return switch (event) {
            case ClueRegistered registered -> registered(registered);
            case ClueAssigned assigned ->
                combine(
                        set("office", assigned.office()),
                        set("account", assigned.account()),
                        set("dueOn", assigned.dueOn().toString()));
            case ClueEscalated escalated ->
                combine(
                        set("level", escalated.level().name()),
                        set("dueOn", escalated.dueOn().toString()));
            case ClueClosed closed ->
                combine(
                        set("state", ClueState.CLOSED.name()),
                        set("outcome", closed.outcome().name()),
                        sealed("reason", closed, closed.reason()),
                        set("closedOn", closed.on().toString()));
        };
    }

    static Bson change(Link link) {
        var pair = link.duplicate().toString();
        return link.made() ? addToSet("duplicates", pair) : pull("duplicates", pair);
    }

    private static Bson registered(ClueRegistered registered) {
        var changes = new ArrayList<Bson>(List.of(
                set("division", registered.division()),
                set("state", ClueState.OPEN.name()),
                set("channel", registered.channel().name()),
                set("risks", registered.risks().names()),
                sealed("evidence", registered, registered.evidence()),
                set("level", ClueLevel.VILLAGE.name()),
                set("dueOn", registered.dueOn().toString()),
                set("duplicates", List.of()),
                set("on", registered.on().toString())));
        if (registered.report() != null) {
            changes.add(set("report", registered.report().value()));
        }
        changes.addAll(known(registered));
        return combine(changes);
    }

    private static List<Bson> known(ClueRegistered registered) {
        var subject = registered.subject();
        var known = new ArrayList<Bson>();
        if (subject.name() != null) {
            known.add(sealed("name", registered, subject.name().value()));
        }
        if (subject.phone() != null) {
            known.add(sealed("phone", registered, subject.phone().value()));
        }
        if (subject.document() != null) {
            known.add(sealed("document", registered, subject.document().value()));
        }
        return known;
    }

    private static Bson sealed(String field, ClueEvent event, String text) {
        return set(field, SealedText.of(event.clue().toString(), text));
    }
}
