package cn.shouwang.monitoring.assistance;

/// The families of measures of the national form. Developmental ones raise what a household can earn;
/// the others secure it. Stored by name: add, never rename.
public enum Family {
    /// 产业帮扶
    INDUSTRY(true),
    /// 就业帮扶
    EMPLOYMENT(true),
    /// 金融帮扶
    FINANCE(true),
    /// 公益性岗位帮扶
    PUBLIC_POST(true),
    /// 住房安全保障
    HOUSING_SAFETY(false),
    /// 饮水安全保障
    WATER_SAFETY(false),
    /// 健康帮扶
    HEALTH(false),
    /// 义务教育保障
    COMPULSORY_EDUCATION(false),
    /// 教育帮扶（其他）
    EDUCATION_OTHER(false),
    /// 综合保障: dibao, tekun, pensions, allowances, temporary relief
    COMPREHENSIVE_SECURITY(false),
    /// 社会帮扶
    SOCIAL(false),
    /// 搬迁
    RELOCATION(false),
    /// 生产生活条件改善
    LIVING_CONDITIONS(false),
    /// 基础设施建设
    INFRASTRUCTURE(false);

    private final boolean developmental;

    Family(boolean developmental) {
        this.developmental = developmental;
    }

    public boolean isDevelopmental() {
        return developmental;
    }
}
