package cn.shouwang.platform.flag;

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
import static cn.shouwang.platform.security.Role.SYSTEM_ADMIN;
import static cn.shouwang.platform.security.Role.TEAM_LEADER;
import static cn.shouwang.platform.security.Role.TEAM_MEMBER;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;
import static cn.shouwang.platform.security.Role.TOWN_PARTY_SECRETARY;
import static cn.shouwang.platform.security.Role.VILLAGE_COMMITTEE;

import cn.shouwang.platform.security.AllowedTo;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// What may be said about a flag. Whoever enters or decides something may be flagged and explain it; which
/// of them this flag concerns is decided by [Flag].
sealed interface FlagCommand {

    FlagId flag();

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
        SYSTEM_ADMIN,
        SECURITY_ADMIN,
        AUDIT_ADMIN
    })
    record ExplainFlag(@TargetAggregateIdentifier FlagId flag, String text) implements FlagCommand {}

    @AllowedTo({AUDITOR, AUDIT_ADMIN})
    record ReviewFlag(
            @TargetAggregateIdentifier FlagId flag,
            Outcome outcome,
            @Nullable String note) implements FlagCommand {}
}
