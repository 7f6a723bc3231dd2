package cn.shouwang.monitoring.todo;

import static cn.shouwang.platform.security.Role.COUNTY_LEADER;
import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;
import static cn.shouwang.platform.security.Role.FIRST_SECRETARY;
import static cn.shouwang.platform.security.Role.GROUP_LEADER;
import static cn.shouwang.platform.security.Role.TEAM_MEMBER;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;
import static cn.shouwang.platform.security.Role.TOWN_PARTY_SECRETARY;
import static cn.shouwang.platform.security.Role.VILLAGE_COMMITTEE;

import cn.shouwang.platform.security.Role;
import java.util.List;

/// What is to be done next, and the roles whose work it is.
enum Step {
    ANSWER_REPORT(VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE),
    TELL_REFUSAL(VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE),
    ASSIGN_CLUE(VILLAGE_COMMITTEE, TOWN_OFFICE),
    FOLLOW_CLUE(GROUP_LEADER, VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER),
    FOLLOW_CLUE_AS_TOWN(TOWN_OFFICE),
    FOLLOW_CLUE_AS_COUNTY(COUNTY_OFFICER),
    VISIT(GROUP_LEADER, VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER),
    AUTHORIZE(GROUP_LEADER, VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER),
    APPRAISE(VILLAGE_COMMITTEE, FIRST_SECRETARY),
    PUBLICISE(VILLAGE_COMMITTEE, FIRST_SECRETARY),
    END_PUBLICITY(VILLAGE_COMMITTEE, FIRST_SECRETARY),
    RESOLVE_OBJECTION(VILLAGE_COMMITTEE, FIRST_SECRETARY, TOWN_OFFICE),
    REVIEW(TOWN_OFFICE, TOWN_PARTY_SECRETARY),
    DETERMINE(COUNTY_OFFICER, COUNTY_LEADER),
    REJECT(VILLAGE_COMMITTEE, FIRST_SECRETARY, TOWN_OFFICE),
    ANNOUNCE(VILLAGE_COMMITTEE, FIRST_SECRETARY, TOWN_OFFICE),
    CORRECT_DATA(VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER),
    CORRECT_DATA_AS_TOWN(TOWN_OFFICE),
    CORRECT_DATA_AS_COUNTY(COUNTY_OFFICER);

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<Role> roles;

    Step(Role... roles) {
        this.roles = List.of(roles);
    }

    List<String> roles() {
        return roles.stream().map(Role::name).toList();
    }
}
