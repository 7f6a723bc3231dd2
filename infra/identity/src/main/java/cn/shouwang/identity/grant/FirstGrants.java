package cn.shouwang.identity.grant;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.grant.GrantCommand.ImportGrant;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import org.springframework.stereotype.Component;

/// Takes over the offices of the users file, in the name of the software.
@Component
public class FirstGrants {

    private static final int COUNTY_DIGITS = 6;

    private final Commands commands;

    FirstGrants(Commands commands) {
        this.commands = commands;
    }

    /// Gives the account its first office, in force from today. Asked again, also after a restart and
    /// with another office, it stores nothing.
    public void give(AccountName account, Office office) {
        var county = office.division().substring(0, COUNTY_DIGITS);
        try {
            commands.sendAs(
                    new ImportGrant(GrantId.first(account), account, office),
                    new Actor("system", Role.SYSTEM, county, Actor.Channel.SYSTEM));
        } catch (RuleBroken refusal) {
            if (!refusal.rule().equals("grant.imported-already")) {
                throw refusal;
            }
        }
    }
}
