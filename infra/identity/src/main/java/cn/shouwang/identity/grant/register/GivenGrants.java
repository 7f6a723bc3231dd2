package cn.shouwang.identity.grant.register;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.grant.GrantId;
import cn.shouwang.identity.grant.GrantState;
import cn.shouwang.identity.grant.Grants;
import cn.shouwang.identity.grant.Office;
import cn.shouwang.identity.grant.Term;
import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The grants for decisions and tokens, read from the register.
@Component
class GivenGrants implements Grants {

    private final Lookup rows;

    GivenGrants(Views views) {
        this.rows = views.lookup(GrantsProjection.NAME);
    }

    @Override
    public List<Given> given(AccountName account) {
        var confirmed = and(eq("account", account.value()), eq("state", GrantState.CONFIRMED.name()));
        return rows.find(confirmed, ascending("from", "_id"), Integer.MAX_VALUE).stream()
                .map(GivenGrants::given)
                .toList();
    }

    private static Given given(Document row) {
        return new Given(
                GrantId.of(row.getString("_id")),
                AccountName.of(row.getString("account")),
                new Office(Role.valueOf(row.getString("role")), row.getString("division")),
                new Term(LocalDate.parse(row.getString("from")), last(row)),
                Optional.ofNullable(row.getString("standingInFor"))
                        .map(AccountName::of)
                        .orElse(null));
    }

    private static @Nullable LocalDate last(Document row) {
        var until = row.getString("until");
        return until.equals(GrantsProjection.NEVER) ? null : LocalDate.parse(until);
    }
}
