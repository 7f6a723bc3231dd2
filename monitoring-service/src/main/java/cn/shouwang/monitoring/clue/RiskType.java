package cn.shouwang.monitoring.clue;

/// Why a household is, or may fall, in difficulty.
///
/// Source: the risk fields 致贫/返贫风险1…5 of the national collection form. Stored by name: add,
/// never rename.
public enum RiskType {
    /// 因病
    ILLNESS,
    /// 因学
    SCHOOLING,
    /// 因残
    DISABILITY,
    /// 因自然灾害: flood, landslide, drought, pest, weather, earthquake
    NATURAL_DISASTER,
    /// 因意外事故
    ACCIDENT,
    /// 因产业(项目)失败
    INDUSTRY_FAILURE,
    /// 因务工就业不稳
    UNSTABLE_WORK,
    /// 缺劳动力
    LABOUR_SHORTAGE,
    /// 因安全住房
    HOUSING,
    /// 因安全饮水
    WATER,
    /// 其他, told in words
    OTHER
}
