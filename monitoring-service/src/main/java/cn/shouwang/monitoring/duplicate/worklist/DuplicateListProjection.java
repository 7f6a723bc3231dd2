package cn.shouwang.monitoring.duplicate.worklist;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import cn.shouwang.monitoring.duplicate.DuplicateEvent;
import cn.shouwang.monitoring.duplicate.DuplicateEvent.DuplicateDismissed;
import cn.shouwang.monitoring.duplicate.DuplicateEvent.DuplicateMerged;
import cn.shouwang.monitoring.duplicate.DuplicateEvent.DuplicateProposed;
import cn.shouwang.monitoring.duplicate.DuplicateEvent.MergeUndone;
import cn.shouwang.monitoring.duplicate.DuplicateState;
import cn.shouwang.monitoring.duplicate.Ground;
import cn.shouwang.monitoring.duplicate.Side;
import cn.shouwang.monitoring.duplicate.SideId;
import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/// Keeps `duplicates`, two rows per pair, one in the village of each side, so that whoever reaches one
/// side finds the pair there: `{_id: <pair>:1 or <pair>:2, duplicate, first, division, side, other:
/// village of the other side, place, grounds, newer, proposedOn, state, kept?, decidedOn?, decidedBy?,
/// reason?}`.
///
/// Days are ISO text; `reason` is sealed. What a decision adds is taken away again when it is undone.
@Component
class DuplicateListProjection implements Projection {

    static final String NAME = "duplicates";

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
        return List.of(DuplicateEvent.class);
    }

    @Override
    public List<String> foundBy(String row) {
        return List.of(row.substring(0, row.lastIndexOf(':')));
    }

    @Override
    public List<String> foundByFields() {
        return List.of("duplicate");
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("state", "division", "proposedOn"), Index.on("division"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        if (recorded.event() instanceof DuplicateEvent event) {
            rows.advance(event.duplicate() + ":1", change(event, event.pair().first(), recorded.meta(Meta.ACTOR)));
            rows.advance(event.duplicate() + ":2", change(event, event.pair().second(), recorded.meta(Meta.ACTOR)));
        }
    }

    static Bson change(DuplicateEvent event, Side side, String actor) {
        var state = set("state", DuplicateState.after(event).name());
        return switch (event) {
            case DuplicateProposed proposed -> combine(proposed(proposed, side), state, undecided());
            case DuplicateMerged merged ->
                combine(
                        state,
                        set("kept", side.id().equals(merged.kept())),
                        decided(merged, actor, merged.merged(), merged.reason()));
            case DuplicateDismissed dismissed ->
                combine(state, decided(dismissed, actor, dismissed.newer(), dismissed.reason()));
            case MergeUndone _ -> combine(state, undecided());
        };
    }

    private static Bson proposed(DuplicateProposed proposed, Side side) {
        return combine(
                set("duplicate", proposed.duplicate().toString()),
                set("first", side.equals(proposed.pair().first())),
                set("division", side.village()),
                set("side", side.id().value()),
                set("other", proposed.pair().other(side.id()).village()),
                set("place", proposed.division()),
                set("grounds", proposed.grounds().stream().map(Ground::name).toList()),
                set("newer", side.id().equals(proposed.newer())),
                set("proposedOn", proposed.on().toString()));
    }

    private static Bson decided(DuplicateEvent event, String actor, SideId about, String reason) {
        return combine(
                set("decidedOn", event.on().toString()),
                set("decidedBy", actor),
                set("reason", SealedText.of(about.value(), reason)));
    }

    private static Bson undecided() {
        return combine(unset("kept"), unset("decidedOn"), unset("decidedBy"), unset("reason"));
    }
}
