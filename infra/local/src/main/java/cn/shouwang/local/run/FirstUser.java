package cn.shouwang.local.run;

import java.util.List;
import java.util.stream.Stream;

/// A sign-in that an installation starts with: an office, never a person.
///
/// `division` is the prefix of the division codes the office works for.
record FirstUser(String username, String role, String division, String name) {

    private static final String COUNTY = "440233";
    private static final String TOWN = "440233101";
    private static final String VILLAGE = "440233101203";

    static final String COUNTY_OFFICER = "county-officer";

    /// One of each role.
    static List<FirstUser> oneOfEachRole() {
        return List.of(
                new FirstUser("group-leader", "GROUP_LEADER", VILLAGE, "寨下村村民小组"),
                new FirstUser("village-committee", "VILLAGE_COMMITTEE", VILLAGE, "寨下村村委会"),
                new FirstUser("first-secretary", "FIRST_SECRETARY", VILLAGE, "寨下村第一书记"),
                new FirstUser("team-member", "TEAM_MEMBER", VILLAGE, "寨下村驻村队员"),
                new FirstUser("town-office", "TOWN_OFFICE", TOWN, "马头镇乡村振兴办公室"),
                new FirstUser("town-party-secretary", "TOWN_PARTY_SECRETARY", TOWN, "马头镇党委书记"),
                new FirstUser("team-leader", "TEAM_LEADER", TOWN, "马头镇驻镇工作队队长"),
                new FirstUser(COUNTY_OFFICER, "COUNTY_OFFICER", COUNTY, "新丰县农业农村局帮扶股"),
                new FirstUser("county-leader", "COUNTY_LEADER", COUNTY, "新丰县农业农村局负责人"),
                new FirstUser("department-officer", "DEPARTMENT_OFFICER", COUNTY, "新丰县行业部门"),
                new FirstUser("hr-bureau", "HR_BUREAU", COUNTY, "新丰县人力资源和社会保障局"),
                new FirstUser("finance-bureau", "FINANCE_BUREAU", COUNTY, "新丰县财政局"),
                new FirstUser("bank-officer", "BANK_OFFICER", COUNTY, "新丰县小额信贷经办银行"),
                new FirstUser("pairing-hq", "PAIRING_HQ", COUNTY, "对口帮扶指挥部"),
                new FirstUser("auditor", "AUDITOR", COUNTY, "新丰县审计人员"),
                new FirstUser("system-admin", "SYSTEM_ADMIN", COUNTY, "系统管理员"),
                new FirstUser("security-admin", "SECURITY_ADMIN", COUNTY, "安全管理员"),
                new FirstUser("audit-admin", "AUDIT_ADMIN", COUNTY, "审计管理员"));
    }

    /// What the synthetic county needs beyond that: two offices in every village and in every town.
    static List<FirstUser> ofEveryDivision(List<Division> divisions) {
        return divisions.stream().flatMap(FirstUser::of).toList();
    }

    private static Stream<FirstUser> of(Division division) {
        var code = division.code();
        var name = division.name();
        return switch (division.kind()) {
            case "village", "community" ->
                Stream.of(
                        new FirstUser("village-" + code, "VILLAGE_COMMITTEE", code, name),
                        new FirstUser("secretary-" + code, "FIRST_SECRETARY", code, division.place() + "第一书记"));
            case "town" ->
                Stream.of(
                        new FirstUser("town-" + code, "TOWN_OFFICE", code, name + "乡村振兴办公室"),
                        new FirstUser("party-" + code, "TOWN_PARTY_SECRETARY", code, name + "党委书记"));
            default -> Stream.empty();
        };
    }
}
