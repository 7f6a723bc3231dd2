package cn.shouwang.monitoring.duty;

import cn.shouwang.platform.security.Role;
import java.util.Set;

/// Whom a duty binds. Source: C1 names the towns, C2 the bureau, C3 the departments. Stored by name: add,
/// never rename.
public enum Bearer {
    /// 镇党委政府: each town on the map
    TOWN(Role.TOWN_OFFICE, Role.TOWN_PARTY_SECRETARY),
    /// 农业农村局
    AGRICULTURE(Role.COUNTY_OFFICER),
    /// 教育局
    EDUCATION(Role.DEPARTMENT_OFFICER),
    /// 民政局
    CIVIL_AFFAIRS(Role.DEPARTMENT_OFFICER),
    /// 人力资源和社会保障局
    HUMAN_RESOURCES(Role.DEPARTMENT_OFFICER),
    /// 住房和城乡建设局
    HOUSING(Role.DEPARTMENT_OFFICER),
    /// 水务局
    WATER(Role.DEPARTMENT_OFFICER),
    /// 医疗保障局
    MEDICAL_SECURITY(Role.DEPARTMENT_OFFICER),
    /// 残疾人联合会
    DISABLED_FEDERATION(Role.DEPARTMENT_OFFICER);

    @SuppressWarnings("ImmutableEnumChecker") // Set.of
    private final Set<Role> reporters;

    Bearer(Role... reporters) {
        this.reporters = Set.of(reporters);
    }

    /// Whether that role reports what binds it. A token names no department, so any department's officer
    /// reports any department's duty; the account is kept.
    boolean reportsAs(Role role) {
        return reporters.contains(role);
    }
}
