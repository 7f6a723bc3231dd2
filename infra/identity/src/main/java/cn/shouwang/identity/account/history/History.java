package cn.shouwang.identity.account.history;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.security.Scope;
import java.time.Instant;
import java.time.LocalDate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What was done to one account, the last first.
@Component
class History {

    /// @param what the stored name of the event
    /// @param role the role given or taken back
    /// @param by the account that did it, in the office of `byRole`
    record Entry(
            String what,
            LocalDate on,
            Instant recordedAt,
            String by,
            Role byRole,
            String division,
            @Nullable String grant,
            @Nullable Role role,
            @Nullable String reason) {

        static Entry of(Document row) {
            var role = row.getString("role");
            return new Entry(
                    row.getString("what"),
                    LocalDate.parse(row.getString("on")),
                    Instant.parse(row.getString("recordedAt")),
                    row.getString("by"),
                    Role.valueOf(row.getString("byRole")),
                    row.getString("division"),
                    row.getString("grant"),
                    role == null ? null : Role.valueOf(role),
                    row.getString("reason"));
        }
    }

    private final Listing rows;

    History(Views views) {
        this.rows = views.listing(HistoryProjection.NAME);
    }

    Page<Entry> of(Scope scope, AccountName account, PageQuery page) {
        return rows.page(scope, eq("account", account.value()), descending("_id"), page, Entry::of);
    }
}
