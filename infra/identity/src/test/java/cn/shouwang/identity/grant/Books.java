package cn.shouwang.identity.grant;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.account.AccountState;
import cn.shouwang.identity.account.Accounts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Accounts and grants as a test writes them down.
final class Books implements Accounts, Grants {

    private final Map<AccountName, AccountState> states = new HashMap<>();
    private final List<Given> given = new ArrayList<>();

    Books with(AccountName account, AccountState state) {
        states.put(account, state);
        return this;
    }

    Books with(Given one) {
        given.add(one);
        return this;
    }

    @Override
    public Optional<Known> find(AccountName name) {
        return Optional.ofNullable(states.get(name)).map(state -> new Known(name, "440233", state));
    }

    @Override
    public Set<AccountName> among(Collection<AccountName> names) {
        return states.keySet();
    }

    @Override
    public List<Given> given(AccountName account) {
        return given.stream().filter(one -> one.account().equals(account)).toList();
    }
}
