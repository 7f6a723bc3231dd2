package cn.shouwang.monitoring.dataset;

/// Who keeps the data.
///
/// Source: clause 3 of the county's document names the first seven, the ministry's rule on sharing
/// (民发〔2022〕85号) and common practice the others. Stored by name: add, never rename.
public enum Department {
    /// 医疗保障
    MEDICAL_SECURITY,
    /// 教育
    EDUCATION,
    /// 民政
    CIVIL_AFFAIRS,
    /// 人力资源社会保障
    HUMAN_RESOURCES,
    /// 住房城乡建设
    HOUSING,
    /// 水务
    WATER,
    /// 残联
    DISABLED_FEDERATION,
    /// 卫生健康
    HEALTH,
    /// 公安
    POLICE,
    /// 应急管理
    EMERGENCY,
    /// 市场监管
    MARKET_REGULATION,
    /// 自然资源
    NATURAL_RESOURCES,
    /// 财政
    FINANCE,
    /// 农业农村
    AGRICULTURE,
    /// 信访 / 12345
    LETTERS
}
