package cn.shouwang.monitoring.quality;

import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.identification.Identifications.Current;
import cn.shouwang.monitoring.identification.Visit;
import cn.shouwang.monitoring.income.Block;
import java.util.Optional;
import java.util.stream.Stream;

/// What a household is monitored for, against what is known of it: Q13, Q14, Q18 to Q21, Q26.
final class CaseRules {

    private CaseRules() {}

    /// Q13.
    static Stream<Spot> dangerousHouse(HouseholdFacts facts) {
        var house = facts.profile().house();
        return facts.spotIf(house != null && house.dangerous() && !facts.isMonitored(), "house");
    }

    /// Q14. The day and the first risk are in every determination, so what can be missing is the
    /// wage of the visit and what the register says of the guarantees.
    static Stream<Spot> untold(HouseholdFacts facts) {
        if (!facts.isMonitored()) {
            return Stream.empty();
        }
        return Stream.of(
                        facts.spotIf(visit(facts).isEmpty(), "visit"),
                        facts.spotIf(visit(facts).isPresent() && !hasWage(facts), "wage"),
                        facts.spotIf(facts.profile().house() == null, "housing"),
                        facts.spotIf(facts.profile().water() == null, "water"),
                        facts.each(member -> member.profile().insurances() == null, "insurances"),
                        facts.each(member -> member.profile().schooling() == null, "schooling"))
                .flatMap(spots -> spots);
    }

    /// Q18.
    static Stream<Spot> illness(HouseholdFacts facts) {
        var so = facts.isMonitoredFor(RiskType.ILLNESS);
        var selfPaidFen = visit(facts).map(Visit::selfPaidFen);
        return Stream.concat(
                facts.spotIf(so && !facts.any(MemberFacts::isIll), "nobody-ill"),
                facts.spotIf(so && selfPaidFen.filter(fen -> fen == 0).isPresent(), "nothing-paid"));
    }

    /// Q19.
    static Stream<Spot> unstableWork(HouseholdFacts facts) {
        var so = facts.isMonitoredFor(RiskType.UNSTABLE_WORK);
        return Stream.concat(
                facts.spotIf(so && !facts.any(MemberFacts::canWork), "nobody-able"),
                facts.spotIf(so && !facts.any(MemberFacts::hasWorked), "no-work"));
    }

    /// Q20.
    static Stream<Spot> labourShortage(HouseholdFacts facts) {
        var members = facts.members().size();
        var full = facts.members().stream().filter(MemberFacts::hasFullLabour).count();
        return facts.spotIf(
                facts.isMonitoredFor(RiskType.LABOUR_SHORTAGE)
                        && members >= facts.figures().shortageMembers()
                        && 2 * full >= members,
                "labour");
    }

    /// Q21.
    static Stream<Spot> backstop(HouseholdFacts facts) {
        var marks = facts.profile().marks();
        return facts.spotIf(
                facts.isMonitored()
                        && !facts.members().isEmpty()
                        && !facts.any(MemberFacts::canWork)
                        && (marks == null || !marks.noLabourBackstop()),
                "backstop");
    }

    /// Q26.
    static Stream<Spot> leastWage(HouseholdFacts facts) {
        var wageFen = visit(facts).map(CaseRules::wageFen).orElse(0L);
        return facts.spotIf(
                facts.isMonitored() && 0 < wageFen && wageFen < facts.figures().leastWageFen(), "wage");
    }

    private static boolean hasWage(HouseholdFacts facts) {
        return visit(facts).stream()
                .flatMap(visit -> visit.income().items().stream())
                .anyMatch(item -> item.block() == Block.WAGE);
    }

    private static long wageFen(Visit visit) {
        return visit.income().items().stream()
                .filter(item -> item.block() == Block.WAGE)
                .mapToLong(item -> item.amountFen())
                .sum();
    }

    private static Optional<Visit> visit(HouseholdFacts facts) {
        return Optional.ofNullable(facts.latest()).map(Current::visit);
    }
}
