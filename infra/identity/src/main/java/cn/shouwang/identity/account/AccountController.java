package cn.shouwang.identity.account;

import cn.shouwang.identity.account.AccountCommand.CloseAccount;
import cn.shouwang.identity.account.AccountCommand.LockAccount;
import cn.shouwang.identity.account.AccountCommand.OpenAccount;
import cn.shouwang.identity.account.AccountCommand.UnlockAccount;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Opening and closing by the system's administrator, locking and unlocking by the security
/// administrator.
@RestController
@RequestMapping("/accounts")
class AccountController {

    record OpenAccountRequest(
            @NotNull AccountName account, @NotNull AccountKind kind) {}

    record ReasonRequest(@NotBlank @Size(max = 200) String reason) {}

    private final Commands commands;
    private final Gate gate;

    AccountController(Commands commands, Gate gate) {
        this.commands = commands;
        this.gate = gate;
    }

    @PostMapping
    Accepted open(@Valid @RequestBody OpenAccountRequest request) {
        return commands.send(new OpenAccount(request.account(), gate.actor().division(), request.kind()));
    }

    @PostMapping("/{account}/lock")
    Accepted lock(@PathVariable AccountName account, @Valid @RequestBody ReasonRequest request) {
        return commands.send(new LockAccount(account, request.reason()));
    }

    @PostMapping("/{account}/unlock")
    Accepted unlock(@PathVariable AccountName account, @Valid @RequestBody ReasonRequest request) {
        return commands.send(new UnlockAccount(account, request.reason()));
    }

    @PostMapping("/{account}/close")
    Accepted close(@PathVariable AccountName account, @Valid @RequestBody ReasonRequest request) {
        return commands.send(new CloseAccount(account, request.reason()));
    }
}
