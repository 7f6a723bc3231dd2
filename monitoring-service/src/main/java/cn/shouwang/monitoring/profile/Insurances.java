package cn.shouwang.monitoring.profile;

import jakarta.validation.constraints.NotNull;

/// Insurances of a member: for residents (城乡居民基本医疗保险) or employees (城镇职工基本医疗保险), for serious
/// illness (大病保险), commercial supplementary medical insurance, pension; `accidentSubsidy` is the
/// subsidy for an accident insurance.
public record Insurances(
        boolean residentMedical,
        boolean employeeMedical,
        boolean seriousIllness,
        boolean commercial,
        @NotNull Pension pension,
        boolean accidentSubsidy) {

    /// Stored by name: add, never rename.
    public enum Pension {
        NONE,
        /// 城乡居民基本养老保险
        RESIDENT,
        /// 城镇职工基本养老保险
        EMPLOYEE
    }

    /// Nothing personal.
    @Override
    public String toString() {
        return "Insurances";
    }
}
