package cn.shouwang.identity.account;

import cn.shouwang.identity.account.AccountCommand.OpenAccount;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import org.springframework.stereotype.Component;

/// Opens the accounts of the users file, in the name of the software.
@Component
public class FirstAccounts {

    private final Commands commands;

    FirstAccounts(Commands commands) {
        this.commands = commands;
    }

    /// Opens the account, kept by `county`. Asked again, also after a restart, it stores nothing.
    public void open(AccountName account, String county) {
        try {
            commands.sendAs(
                    new OpenAccount(account, county, AccountKind.DESK),
                    new Actor("system", Role.SYSTEM, county, Actor.Channel.SYSTEM));
        } catch (RuleBroken refusal) {
            if (!refusal.rule().equals("account.exists")) {
                throw refusal;
            }
        }
    }
}
