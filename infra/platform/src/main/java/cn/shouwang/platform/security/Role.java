package cn.shouwang.platform.security;

/// Who may act, by the names a token carries in its `role` claim.
///
/// Source: the roles of the county's procedure and the three separated administrators asked of a
/// government system. Names are stored in event metadata: add, never rename.
public enum Role {
    /// Someone without an account: a household that reports itself.
    PUBLIC,
    /// The software itself, reacting to an event or a date.
    SYSTEM,
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
}
