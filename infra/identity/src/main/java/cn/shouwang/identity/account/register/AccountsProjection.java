package cn.shouwang.identity.account.register;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.identity.account.AccountEvent;
import cn.shouwang.identity.account.AccountEvent.AccountClosed;
import cn.shouwang.identity.account.AccountEvent.AccountLocked;
import cn.shouwang.identity.account.AccountEvent.AccountOpened;
import cn.shouwang.identity.account.AccountEvent.AccountUnlocked;
import cn.shouwang.identity.account.AccountEvent.SignInFailedOften;
import cn.shouwang.identity.account.AccountState;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.time.LocalDate;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/// Keeps collection `accounts`, one row per account: `{_id, division, kind, state, openedOn, since,
/// signInFailedOftenOn?}`, days as ISO text. `since` is the day from which the state holds.
@Component
class AccountsProjection implements Projection {

    static final String NAME = "accounts";

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
        return List.of(AccountEvent.class);
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("division", "_id"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        if (recorded.event() instanceof AccountEvent event) {
            rows.advance(event.account().value(), change(event));
        }
    }

    static Bson change(AccountEvent event) {
        return switch (event) {
            case AccountOpened opened ->
                combine(
                        set("division", opened.division()),
                        set("kind", opened.kind().name()),
                        set("openedOn", opened.on().toString()),
                        state(AccountState.OPEN, opened.on()));
            case AccountLocked locked -> state(AccountState.LOCKED, locked.on());
            case AccountUnlocked unlocked -> state(AccountState.OPEN, unlocked.on());
            case AccountClosed closed -> state(AccountState.CLOSED, closed.on());
            case SignInFailedOften failed ->
                set("signInFailedOftenOn", failed.on().toString());
        };
    }

    private static Bson state(AccountState state, LocalDate since) {
        return combine(set("state", state.name()), set("since", since.toString()));
    }
}
