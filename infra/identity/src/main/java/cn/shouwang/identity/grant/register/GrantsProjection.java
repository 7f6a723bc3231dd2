package cn.shouwang.identity.grant.register;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.identity.grant.GrantEvent;
import cn.shouwang.identity.grant.GrantEvent.GrantConfirmed;
import cn.shouwang.identity.grant.GrantEvent.GrantImported;
import cn.shouwang.identity.grant.GrantEvent.GrantProposed;
import cn.shouwang.identity.grant.GrantEvent.GrantRefused;
import cn.shouwang.identity.grant.GrantEvent.GrantRevoked;
import cn.shouwang.identity.grant.GrantState;
import cn.shouwang.identity.grant.Term;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/// Keeps collection `grants`, one row per grant: `{_id, division, account, role, from, until, state,
/// proposedOn?, proposer?, reason?, standingInFor?, confirmedOn, revokedOn}`, days as ISO text.
///
/// A day that has not come is [#NEVER], so that "in force on a day" is a range over plain text.
@Component
class GrantsProjection implements Projection {

    static final String NAME = "grants";

    /// After every day that will be asked for.
    static final String NEVER = "9999-12-31";

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
        return List.of(GrantEvent.class);
    }

    @Override
    public List<String> foundByFields() {
        return List.of("account");
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("account", "from"), Index.on("division", "account"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        if (recorded.event() instanceof GrantEvent event) {
            rows.advance(event.grant().toString(), change(event));
        }
    }

    static Bson change(GrantEvent event) {
        return switch (event) {
            case GrantProposed proposed -> proposed(proposed);
            case GrantImported imported ->
                combine(
                        begun(imported, imported.term()),
                        state(GrantState.CONFIRMED),
                        set("confirmedOn", imported.on().toString()));
            case GrantConfirmed confirmed ->
                combine(
                        state(GrantState.CONFIRMED),
                        set("confirmedOn", confirmed.on().toString()));
            case GrantRefused _ -> state(GrantState.REFUSED);
            case GrantRevoked revoked ->
                combine(state(GrantState.REVOKED), set("revokedOn", revoked.on().toString()));
        };
    }

    private static Bson proposed(GrantProposed proposed) {
        var changes = new ArrayList<Bson>(List.of(
                begun(proposed, proposed.term()),
                state(GrantState.PROPOSED),
                set("proposedOn", proposed.on().toString()),
                set("proposer", proposed.proposer().value()),
                set("reason", proposed.reason()),
                set("confirmedOn", NEVER)));
        if (proposed.standingInFor() != null) {
            changes.add(set("standingInFor", proposed.standingInFor().value()));
        }
        return combine(changes);
    }

    private static Bson begun(GrantEvent event, Term term) {
        return combine(
                set("division", event.division()),
                set("account", event.account().value()),
                set("role", event.office().role().name()),
                set("from", term.from().toString()),
                set("until", term.until() == null ? NEVER : term.until().toString()),
                set("revokedOn", NEVER));
    }

    private static Bson state(GrantState state) {
        return set("state", state.name());
    }
}
