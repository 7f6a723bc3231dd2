package cn.shouwang.monitoring.quality;

import java.util.stream.Stream;

/// Health, insurance and the provision for those without any: Q06, Q11, Q24.
final class HealthRules {

    private HealthRules() {}

    /// Q06. Refused when entered; found where something came in another way.
    static Stream<Spot> untold(HouseholdFacts facts) {
        return facts.each(member -> member.person().health().isEmpty(), "health");
    }

    /// Q11. Both medical insurances is a contradiction; neither, or none for serious illness, is a
    /// gap.
    static Stream<Spot> insurances(HouseholdFacts facts) {
        return Stream.of(
                        facts.each(member -> insured(member) == 2, "both"),
                        facts.each(member -> facts.isKept() && insured(member) == 0, "neither"),
                        facts.each(member -> facts.isKept() && !isInsuredAgainstSeriousIllness(member), "serious"))
                .flatMap(spots -> spots);
    }

    private static int insured(MemberFacts member) {
        var insurances = member.profile().insurances();
        return insurances == null ? 0 : (insurances.residentMedical() ? 1 : 0) + (insurances.employeeMedical() ? 1 : 0);
    }

    private static boolean isInsuredAgainstSeriousIllness(MemberFacts member) {
        var insurances = member.profile().insurances();
        return insurances != null && insurances.seriousIllness();
    }

    /// Q24.
    static Stream<Spot> tekun(HouseholdFacts facts) {
        var figures = facts.figures();
        return facts.each(
                member -> member.profile().support() != null
                        && member.profile().support().tekun()
                        && member.isAged(figures.adultFrom(), figures.workingTo())
                        && member.isHealthy()
                        && !member.isAtSchool(),
                "tekun");
    }
}
