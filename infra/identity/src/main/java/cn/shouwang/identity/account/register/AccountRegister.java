package cn.shouwang.identity.account.register;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.identity.account.AccountKind;
import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.account.AccountState;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Scope;
import java.time.LocalDate;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The accounts of a county, by name.
@Component
class AccountRegister {

    /// @param since the day from which `state` holds
    /// @param signInFailedOftenOn the last day on which wrong passwords were tried until a wait began
    record Entry(
            String account,
            AccountKind kind,
            AccountState state,
            LocalDate openedOn,
            LocalDate since,
            @Nullable LocalDate signInFailedOftenOn) {

        static Entry of(Document row) {
            var failed = row.getString("signInFailedOftenOn");
            return new Entry(
                    row.getString("_id"),
                    AccountKind.valueOf(row.getString("kind")),
                    AccountState.valueOf(row.getString("state")),
                    LocalDate.parse(row.getString("openedOn")),
                    LocalDate.parse(row.getString("since")),
                    failed == null ? null : LocalDate.parse(failed));
        }
    }

    private final Listing rows;

    AccountRegister(Views views) {
        this.rows = views.listing(AccountsProjection.NAME);
    }

    Page<Entry> page(Scope scope, @Nullable AccountState state, PageQuery page) {
        var filter = state == null ? empty() : eq("state", state.name());
        return rows.page(scope, filter, ascending("_id"), page, Entry::of);
    }

    Optional<Entry> one(Scope scope, AccountName name) {
        return rows.one(scope, name.value()).map(Entry::of);
    }
}
