package cn.shouwang.identity.grant.register;

import static cn.shouwang.identity.grant.register.GrantsProjection.NEVER;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.grant.GrantId;
import cn.shouwang.identity.grant.GrantState;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.security.Scope;
import java.time.LocalDate;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The grants of a county, by account and first day.
@Component
class GrantRegister {

    /// @param until the last day, if there is one
    /// @param proposer the account that proposed; none for what was taken over from the users file
    record Entry(
            String grant,
            String account,
            Role role,
            String division,
            LocalDate from,
            @Nullable LocalDate until,
            GrantState state,
            @Nullable String standingInFor,
            @Nullable String proposer,
            @Nullable String reason,
            @Nullable LocalDate confirmedOn,
            @Nullable LocalDate revokedOn) {

        static Entry of(Document row) {
            return new Entry(
                    row.getString("_id"),
                    row.getString("account"),
                    Role.valueOf(row.getString("role")),
                    row.getString("division"),
                    LocalDate.parse(row.getString("from")),
                    day(row, "until"),
                    GrantState.valueOf(row.getString("state")),
                    row.getString("standingInFor"),
                    row.getString("proposer"),
                    row.getString("reason"),
                    day(row, "confirmedOn"),
                    day(row, "revokedOn"));
        }

        private static @Nullable LocalDate day(Document row, String field) {
            var day = row.getString(field);
            return day.equals(NEVER) ? null : LocalDate.parse(day);
        }
    }

    private final Listing rows;

    GrantRegister(Views views) {
        this.rows = views.listing(GrantsProjection.NAME);
    }

    Page<Entry> page(Scope scope, @Nullable AccountName account, @Nullable LocalDate inForceOn, PageQuery page) {
        return rows.page(
                scope, and(of(account), inForce(inForceOn)), ascending("account", "from", "_id"), page, Entry::of);
    }

    Optional<Entry> one(Scope scope, GrantId grant) {
        return rows.one(scope, grant.toString()).map(Entry::of);
    }

    private static Bson of(@Nullable AccountName account) {
        return account == null ? empty() : eq("account", account.value());
    }

    /// From the day it was confirmed on; no longer on the day it was taken back.
    private static Bson inForce(@Nullable LocalDate day) {
        return day == null
                ? empty()
                : and(
                        lte("from", day.toString()),
                        gte("until", day.toString()),
                        lte("confirmedOn", day.toString()),
                        gt("revokedOn", day.toString()));
    }
}
