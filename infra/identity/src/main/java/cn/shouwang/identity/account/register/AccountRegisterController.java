package cn.shouwang.identity.account.register;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.account.AccountState;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.web.NotFound;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET /accounts?state=` and one account, for those who grant, check and audit.
@RestController
@RequestMapping("/accounts")
class AccountRegisterController {

    private final AccountRegister accounts;
    private final Gate gate;

    AccountRegisterController(AccountRegister accounts, Gate gate) {
        this.accounts = accounts;
        this.gate = gate;
    }

    @GetMapping
    Page<AccountRegister.Entry> accounts(
            @RequestParam(required = false) @Nullable AccountState state, @Valid PageQuery page) {
        return accounts.page(gate.scope(), state, page);
    }

    @GetMapping("/{account}")
    AccountRegister.Entry account(@PathVariable AccountName account) {
        return accounts.one(gate.scope(), account).orElseThrow(NotFound::new);
    }
}
