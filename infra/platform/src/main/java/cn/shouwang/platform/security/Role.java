package cn.shouwang.platform.security;

import java.util.Set;

/// Who may act, by the names a token carries in its `role` claim, and the kinds of division the
/// office exists in.
///
/// Source: the roles of the county's procedure and the three separated administrators asked of a
/// government system. Names are stored in event metadata: add, never rename.
public enum Role {
    /// Someone without an account: a household that reports itself. No token carries it.
    PUBLIC,
    /// The software itself, reacting to an event or a date. No token carries it.
    SYSTEM,
    GROUP_LEADER(Level.VILLAGE),
    VILLAGE_COMMITTEE(Level.VILLAGE),
    FIRST_SECRETARY(Level.VILLAGE),
    TEAM_MEMBER(Level.VILLAGE, Level.TOWN),
    TOWN_OFFICE(Level.TOWN),
    TOWN_PARTY_SECRETARY(Level.TOWN),
    TEAM_LEADER(Level.TOWN),
    COUNTY_OFFICER(Level.COUNTY),
    COUNTY_LEADER(Level.COUNTY),
    DEPARTMENT_OFFICER(Level.COUNTY),
    HR_BUREAU(Level.COUNTY),
    FINANCE_BUREAU(Level.COUNTY),
    BANK_OFFICER(Level.COUNTY),
    PAIRING_HQ(Level.COUNTY),
    /// Looks at a sample, which may be a town or a village.
    AUDITOR(Level.COUNTY, Level.TOWN, Level.VILLAGE),
    SYSTEM_ADMIN(Level.COUNTY),
    SECURITY_ADMIN(Level.COUNTY),
    AUDIT_ADMIN(Level.COUNTY);

    /// A kind of division, told by the length of its code.
    public enum Level {
        COUNTY(6),
        TOWN(9),
        VILLAGE(12);

        private final int digits;

        Level(int digits) {
            this.digits = digits;
        }
    }

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Level> levels;

    Role(Level... levels) {
        this.levels = Set.of(levels);
    }

    /// Whether there is such an office in that division: no village committee reaches a county. Never
    /// for a role that no token carries.
    public boolean fits(String division) {
        return division.matches("\\d+") && levels.stream().anyMatch(level -> level.digits == division.length());
    }
}
