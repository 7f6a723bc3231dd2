package cn.shouwang.identity.grant;

import static cn.shouwang.platform.security.Role.AUDITOR;
import static cn.shouwang.platform.security.Role.AUDIT_ADMIN;
import static cn.shouwang.platform.security.Role.BANK_OFFICER;
import static cn.shouwang.platform.security.Role.COUNTY_LEADER;
import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;
import static cn.shouwang.platform.security.Role.FIRST_SECRETARY;
import static cn.shouwang.platform.security.Role.GROUP_LEADER;
import static cn.shouwang.platform.security.Role.SECURITY_ADMIN;
import static cn.shouwang.platform.security.Role.SYSTEM_ADMIN;
import static cn.shouwang.platform.security.Role.TEAM_LEADER;
import static cn.shouwang.platform.security.Role.TEAM_MEMBER;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;
import static cn.shouwang.platform.security.Role.TOWN_PARTY_SECRETARY;
import static cn.shouwang.platform.security.Role.VILLAGE_COMMITTEE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.platform.security.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleDataTest {

    private static final List<Set<Role>> LEVELS = List.of(
            Set.of(GROUP_LEADER, VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER),
            Set.of(TOWN_OFFICE, TOWN_PARTY_SECRETARY),
            Set.of(COUNTY_OFFICER, COUNTY_LEADER));

    @ParameterizedTest
    @EnumSource(names = {"SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN", "AUDITOR", "BANK_OFFICER"})
    void administrators_auditors_and_the_bank_hold_nothing_else(Role role) {
        for (var other : RoleData.GIVEN) {
            assertThat(IncompatibleRoles.ALL.apart(role, other)).as("%s", other).isEqualTo(role != other);
        }
    }

    @Test
    void who_reports_who_reviews_and_who_determines_are_three() {
        for (var level : LEVELS) {
            for (var other : LEVELS) {
                if (level != other) {
                    level.forEach(one -> other.forEach(two ->
                            assertThat(IncompatibleRoles.ALL.apart(one, two)).isTrue()));
                }
            }
        }
    }

    @Test
    void what_is_apart_is_apart_both_ways_and_no_role_from_itself() {
        for (var one : RoleData.GIVEN) {
            assertThat(IncompatibleRoles.ALL.apart(one, one)).as("%s", one).isFalse();
            for (var two : RoleData.GIVEN) {
                assertThat(IncompatibleRoles.ALL.apart(one, two)).isEqualTo(IncompatibleRoles.ALL.apart(two, one));
            }
        }
    }

    @Test
    void neighbours_in_one_village_are_compatible() {
        assertThat(IncompatibleRoles.ALL.apart(GROUP_LEADER, VILLAGE_COMMITTEE)).isFalse();
        assertThat(IncompatibleRoles.ALL.apart(TEAM_LEADER, TEAM_MEMBER)).isTrue();
        assertThat(IncompatibleRoles.ALL.apart(BANK_OFFICER, AUDITOR)).isTrue();
        assertThat(IncompatibleRoles.ALL.apart(SYSTEM_ADMIN, SECURITY_ADMIN)).isTrue();
        assertThat(IncompatibleRoles.ALL.apart(SECURITY_ADMIN, AUDIT_ADMIN)).isTrue();
    }
}
