package cn.shouwang.monitoring.profile;

/// What a member receives or is entitled to: dibao (低保), tekun (特困供养), orphan's allowance (孤儿),
/// medical relief (医疗救助), yulu (雨露计划) for vocational students.
public record Support(boolean dibao, boolean tekun, boolean orphan, boolean medicalRelief, boolean yulu) {

    /// Nothing personal.
    @Override
    public String toString() {
        return "Support";
    }
}
