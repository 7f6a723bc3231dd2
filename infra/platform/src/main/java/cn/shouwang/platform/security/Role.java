package cn.shouwang.platform.security;

import java.util.Set;

/// Who may act, by the names a token carries in its `role` claim, and the kinds of division in which
/// there is such an office, told by the length of their codes: 6 digits a county, 9 a town, 12 a
/// village.
///
/// Source: the roles of the county's procedure and the three separated administrators asked of a
/// government system. Names are stored in event metadata: add, never rename.
public enum Role {
    /// Someone without an account: a household that reports itself. No token carries it.
    PUBLIC,
    /// The software itself, reacting to an event or a date. No token carries it.
    SYSTEM,
    GROUP_LEADER(12),
    VILLAGE_COMMITTEE(12),
    FIRST_SECRETARY(12),
    TEAM_MEMBER(12, 9),
    TOWN_OFFICE(9),
    TOWN_PARTY_SECRETARY(9),
    TEAM_LEADER(9),
    COUNTY_OFFICER(6),
    COUNTY_LEADER(6),
    DEPARTMENT_OFFICER(6),
    HR_BUREAU(6),
    FINANCE_BUREAU(6),
    BANK_OFFICER(6),
    PAIRING_HQ(6),
    /// Draws a sample from the whole county.
    AUDITOR(6),
    SYSTEM_ADMIN(6),
    SECURITY_ADMIN(6),
    AUDIT_ADMIN(6);

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Integer> digits;

    Role(Integer... digits) {
        this.digits = Set.of(digits);
    }

    /// Whether there is such an office in that division: no village committee reaches a county. Never
    /// for a role that no token carries.
    public boolean fits(String division) {
        return division.matches("\\d+") && digits.contains(division.length());
    }
}
