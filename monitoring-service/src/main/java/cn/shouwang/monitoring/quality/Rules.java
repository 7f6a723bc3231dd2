package cn.shouwang.monitoring.quality;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Every rule, once.
///
/// What is missing is only asked of households that the national register holds, see
/// [HouseholdFacts#isKept]; what contradicts itself is found in all. Nothing is said of a forgotten
/// member.
final class Rules {

    static final List<Rule> ALL = List.of(
            new Rule(RuleId.Q01, 1, IdentityRules::documents),
            new Rule(RuleId.Q02, 1, IdentityRules::headAndSpouse),
            new Rule(RuleId.Q03, 1, IdentityRules::relations),
            new Rule(RuleId.Q04, 1, SchoolRules::educationOrStatus),
            new Rule(RuleId.Q05, 1, SchoolRules::ages),
            new Rule(RuleId.Q06, 1, HealthRules::untold),
            new Rule(RuleId.Q07, 1, WorkRules::healthyWithoutLabour),
            new Rule(RuleId.Q08, 1, WorkRules::awayWithoutLabour),
            new Rule(RuleId.Q09, 1, WorkRules::placeAndMonths),
            new Rule(RuleId.Q10, 1, WorkRules::currentWork),
            new Rule(RuleId.Q11, 1, HealthRules::insurances),
            new Rule(RuleId.Q12, 1, IdentityRules::phones),
            new Rule(RuleId.Q13, 1, CaseRules::dangerousHouse),
            new Rule(RuleId.Q14, 1, CaseRules::untold),
            new Rule(RuleId.Q15, 1, HelpRules::noMeasure),
            new Rule(RuleId.Q16, 1, HelpRules::notDevelopmental),
            new Rule(RuleId.Q17, 1, HelpRules::removedTooLightly),
            new Rule(RuleId.Q18, 1, CaseRules::illness),
            new Rule(RuleId.Q19, 1, CaseRules::unstableWork),
            new Rule(RuleId.Q20, 1, CaseRules::labourShortage),
            new Rule(RuleId.Q21, 1, CaseRules::backstop),
            new Rule(RuleId.Q22, 1, WorkRules::publicPost),
            new Rule(RuleId.Q23, 1, SchoolRules::yulu),
            new Rule(RuleId.Q24, 1, HealthRules::tekun),
            new Rule(RuleId.Q25, 1, SchoolRules::absence),
            new Rule(RuleId.Q26, 1, CaseRules::leastWage));

    private Rules() {}

    /// All that is found in a household, each thing once.
    static Set<Finding> findings(HouseholdFacts facts) {
        var findings = new HashSet<Finding>();
        ALL.forEach(rule -> rule.findings(facts).forEach(findings::add));
        return findings;
    }
}
