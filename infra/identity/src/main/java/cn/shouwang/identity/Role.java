package cn.shouwang.identity;

/// The roles a user may carry. Identity only refuses others; what each may do is decided by the
/// services that own the decisions.
enum Role {
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
