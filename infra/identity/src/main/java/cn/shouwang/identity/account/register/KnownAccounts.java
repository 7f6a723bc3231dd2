package cn.shouwang.identity.account.register;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.account.AccountState;
import cn.shouwang.identity.account.Accounts;
import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.projection.Views;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The accounts for decisions, read from the register.
@Component
class KnownAccounts implements Accounts {

    private final Lookup rows;

    KnownAccounts(Views views) {
        this.rows = views.lookup(AccountsProjection.NAME);
    }

    @Override
    public Optional<Known> find(AccountName name) {
        return rows.one(name.value())
                .map(row -> new Known(name, row.getString("division"), AccountState.valueOf(row.getString("state"))));
    }

    @Override
    public Set<AccountName> among(Collection<AccountName> names) {
        var ids = names.stream().map(AccountName::value).toList();
        return rows.find(in("_id", ids), ascending("_id"), ids.size()).stream()
                .map(row -> AccountName.of(row.getString("_id")))
                .collect(Collectors.toSet());
    }
}
