package cn.shouwang.platform.erasure;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.erasure.ErasureEvent.ErasureApproved;
import cn.shouwang.platform.erasure.ErasureEvent.ErasureCarriedOut;
import cn.shouwang.platform.erasure.ErasureEvent.ErasureProposed;
import cn.shouwang.platform.erasure.ErasureEvent.ErasureRefused;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.bson.conversions.Bson;

/// Keeps `erasures`, one row per erasure: `{_id, division, about, subjects: number, ground, reason, state,
/// proposedBy, proposedOn, decidedBy?, decidedOn?, refusal?, carriedOutOn?}`; reason and refusal are
/// sealed under the erasure's own key, days are ISO text.
final class ErasureListProjection implements Projection {

    static final String NAME = "erasures";

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
        return List.of(ErasureEvent.class);
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("division", "-proposedOn"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        if (recorded.event() instanceof ErasureEvent event) {
            rows.advance(event.erasure().toString(), change(event, recorded.meta(Meta.ACTOR)));
        }
    }

    static Bson change(ErasureEvent event, String actor) {
        var subject = event.erasure().toString();
        var on = event.on().toString();
        return switch (event) {
            case ErasureProposed proposed ->
                combine(
                        set("division", proposed.division()),
                        set("about", proposed.about()),
                        set("subjects", proposed.subjects().size()),
                        set("ground", proposed.ground().name()),
                        set("reason", SealedText.of(subject, proposed.reason())),
                        set("state", ErasureList.State.PROPOSED.name()),
                        set("proposedBy", actor),
                        set("proposedOn", on));
            case ErasureApproved _ -> decided(ErasureList.State.APPROVED, actor, on);
            case ErasureRefused refused ->
                combine(
                        decided(ErasureList.State.REFUSED, actor, on),
                        set("refusal", SealedText.of(subject, refused.reason())));
            case ErasureCarriedOut _ ->
                combine(set("state", ErasureList.State.CARRIED_OUT.name()), set("carriedOutOn", on));
        };
    }

    private static Bson decided(ErasureList.State state, String actor, String on) {
        return combine(set("state", state.name()), set("decidedBy", actor), set("decidedOn", on));
    }
}
