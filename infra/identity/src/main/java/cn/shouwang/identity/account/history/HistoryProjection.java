package cn.shouwang.identity.account.history;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.identity.account.AccountEvent;
import cn.shouwang.identity.account.AccountEvent.AccountClosed;
import cn.shouwang.identity.account.AccountEvent.AccountLocked;
import cn.shouwang.identity.account.AccountEvent.AccountOpened;
import cn.shouwang.identity.account.AccountEvent.AccountUnlocked;
import cn.shouwang.identity.account.AccountEvent.SignInFailedOften;
import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.grant.GrantEvent;
import cn.shouwang.identity.grant.GrantEvent.GrantConfirmed;
import cn.shouwang.identity.grant.GrantEvent.GrantImported;
import cn.shouwang.identity.grant.GrantEvent.GrantProposed;
import cn.shouwang.identity.grant.GrantEvent.GrantRefused;
import cn.shouwang.identity.grant.GrantEvent.GrantRevoked;
import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps collection `account_history`, one row per event: `{_id: position in 19 digits, division,
/// account, what, on, recordedAt, by, byRole, reason?, grant?, role?}`. `what` is the stored name of the
/// event, `recordedAt` an ISO instant, `by` the account that did it. `division` is the office's for a grant.
@Component
class HistoryProjection implements Projection {

    static final String NAME = "account_history";

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
        return List.of(AccountEvent.class, GrantEvent.class);
    }

    @Override
    public List<String> foundBy(String row) {
        return List.of();
    }

    @Override
    public List<String> foundByFields() {
        return List.of("account");
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("account", "_id"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        var id = "%019d".formatted(recorded.position());
        switch (recorded.event()) {
            case AccountEvent event -> {
                rows.advance(id, line(recorded, event, event.account(), event.on()));
                advance(rows, id, reason(event));
            }
            case GrantEvent event -> {
                rows.advance(id, line(recorded, event, event.account(), event.on()));
                rows.advance(id, grant(event));
                advance(rows, id, reason(event));
            }
            default -> {}
        }
    }

    private static Bson line(Recorded recorded, Placed event, AccountName account, LocalDate on) {
        return combine(
                set("division", event.division()),
                set("account", account.value()),
                set("what", name(event)),
                set("on", on.toString()),
                set("recordedAt", recorded.recordedAt().toString()),
                set("by", recorded.meta(Meta.ACTOR)),
                set("byRole", recorded.meta(Meta.ROLE)));
    }

    private static String name(Placed event) {
        return Optional.ofNullable(event.getClass().getAnnotation(Stored.class))
                .map(Stored::value)
                .orElseThrow();
    }

    private static void advance(Rows rows, String id, @Nullable String reason) {
        if (reason != null) {
            rows.advance(id, set("reason", reason));
        }
    }

    private static Bson grant(GrantEvent event) {
        return combine(
                set("grant", event.grant().toString()),
                set("role", event.office().role().name()));
    }

    private static @Nullable String reason(AccountEvent event) {
        return switch (event) {
            case AccountLocked locked -> locked.reason();
            case AccountUnlocked unlocked -> unlocked.reason();
            case AccountClosed closed -> closed.reason();
            case AccountOpened _, SignInFailedOften _ -> null;
        };
    }

    private static @Nullable String reason(GrantEvent event) {
        return switch (event) {
            case GrantProposed proposed -> proposed.reason();
            case GrantRefused refused -> refused.reason();
            case GrantRevoked revoked -> revoked.reason();
            case GrantImported _, GrantConfirmed _ -> null;
        };
    }
}
