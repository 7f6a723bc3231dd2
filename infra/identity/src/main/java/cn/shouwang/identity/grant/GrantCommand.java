package cn.shouwang.identity.grant;

import static cn.shouwang.platform.security.Role.AUDITOR;
import static cn.shouwang.platform.security.Role.AUDIT_ADMIN;
import static cn.shouwang.platform.security.Role.BANK_OFFICER;
import static cn.shouwang.platform.security.Role.COUNTY_LEADER;
import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;
import static cn.shouwang.platform.security.Role.DEPARTMENT_OFFICER;
import static cn.shouwang.platform.security.Role.FINANCE_BUREAU;
import static cn.shouwang.platform.security.Role.FIRST_SECRETARY;
import static cn.shouwang.platform.security.Role.GROUP_LEADER;
import static cn.shouwang.platform.security.Role.HR_BUREAU;
import static cn.shouwang.platform.security.Role.PAIRING_HQ;
import static cn.shouwang.platform.security.Role.SECURITY_ADMIN;
import static cn.shouwang.platform.security.Role.SYSTEM;
import static cn.shouwang.platform.security.Role.SYSTEM_ADMIN;
import static cn.shouwang.platform.security.Role.TEAM_LEADER;
import static cn.shouwang.platform.security.Role.TEAM_MEMBER;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;
import static cn.shouwang.platform.security.Role.TOWN_PARTY_SECRETARY;
import static cn.shouwang.platform.security.Role.VILLAGE_COMMITTEE;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.platform.security.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked of a grant.
sealed interface GrantCommand {

    @AllowedTo(SECURITY_ADMIN)
    record ProposeGrant(
            @TargetAggregateIdentifier GrantId grant, AccountName account, Office office, Term term, String reason)
            implements GrantCommand {}

    /// `account` shall act in `office`, which `standingInFor` holds. Asked by whoever holds it, in whatever
    /// office, or by the security administrator.
    @AllowedTo({
        GROUP_LEADER,
        VILLAGE_COMMITTEE,
        FIRST_SECRETARY,
        TEAM_MEMBER,
        TOWN_OFFICE,
        TOWN_PARTY_SECRETARY,
        TEAM_LEADER,
        COUNTY_OFFICER,
        COUNTY_LEADER,
        DEPARTMENT_OFFICER,
        HR_BUREAU,
        FINANCE_BUREAU,
        BANK_OFFICER,
        PAIRING_HQ,
        AUDITOR,
        SYSTEM_ADMIN,
        SECURITY_ADMIN,
        AUDIT_ADMIN
    })
    record ProposeStandIn(
            @TargetAggregateIdentifier GrantId grant,
            AccountName account,
            AccountName standingInFor,
            Office office,
            Term term,
            String reason)
            implements GrantCommand {}

    @AllowedTo(SYSTEM)
    record ImportGrant(@TargetAggregateIdentifier GrantId grant, AccountName account, Office office)
            implements GrantCommand {}

    @AllowedTo(AUDIT_ADMIN)
    record ConfirmGrant(@TargetAggregateIdentifier GrantId grant) implements GrantCommand {}

    @AllowedTo(AUDIT_ADMIN)
    record RefuseGrant(@TargetAggregateIdentifier GrantId grant, String reason) implements GrantCommand {}

    /// Takes back what is in force, or what was proposed and not decided yet.
    @AllowedTo(SECURITY_ADMIN)
    record RevokeGrant(@TargetAggregateIdentifier GrantId grant, String reason) implements GrantCommand {}
}
