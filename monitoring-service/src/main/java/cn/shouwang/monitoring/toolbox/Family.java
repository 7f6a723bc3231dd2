package cn.shouwang.monitoring.toolbox;

/// Which kind of measure a policy gives, the 14 families of the national form. Stored by name: add, never
/// rename.
public enum Family {
    /// 产业帮扶
    INDUSTRY,
    /// 就业帮扶
    EMPLOYMENT,
    /// 金融帮扶
    FINANCE,
    /// 公益性岗位帮扶
    PUBLIC_POST,
    /// 住房安全保障
    HOUSING_SAFETY,
    /// 饮水安全保障
    WATER_SAFETY,
    /// 健康帮扶
    HEALTH,
    /// 义务教育保障
    COMPULSORY_EDUCATION,
    /// 教育帮扶(其他)
    EDUCATION_OTHER,
    /// 综合保障
    COMPREHENSIVE_SECURITY,
    /// 社会帮扶
    SOCIAL,
    /// 搬迁
    RELOCATION,
    /// 生产生活条件改善
    LIVING_CONDITIONS,
    /// 基础设施建设
    INFRASTRUCTURE
}
