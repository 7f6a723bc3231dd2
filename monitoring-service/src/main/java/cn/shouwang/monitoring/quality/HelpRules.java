package cn.shouwang.monitoring.quality;

import cn.shouwang.monitoring.quality.Help.AidKind;
import java.util.Set;
import java.util.stream.Stream;

/// What was done for a household: Q15, Q16, Q17. They find nothing where nothing can be said about
/// that.
final class HelpRules {

    private HelpRules() {}

    /// Q15.
    static Stream<Spot> noMeasure(HouseholdFacts facts) {
        var help = facts.help();
        return facts.spotIf(
                help != null
                        && help.aids().isEmpty()
                        && facts.isMonitoredFor(facts.figures().firstMeasureMonths()),
                "no-measure");
    }

    /// Q16. `late` is the strict form: so long without, that it is no longer a matter of time.
    static Stream<Spot> notDevelopmental(HouseholdFacts facts) {
        var help = facts.help();
        if (help == null || !facts.isMonitoredFor(facts.figures().firstMeasureMonths())) {
            return Stream.empty();
        }
        var kinds = help.kinds();
        var without = facts.any(MemberFacts::canWork) && !kinds.contains(AidKind.DEVELOPMENTAL);
        var late = facts.isMonitoredFor(facts.figures().developmentalMonths());
        return Stream.of(
                        facts.spotIf(without, late ? "late" : "not-developmental"),
                        facts.spotIf(without && kinds.equals(Set.of(AidKind.SECURITY)), "only-security"),
                        facts.spotIf(kinds.equals(Set.of(AidKind.OTHER_OR_TRAINING)), "only-other"))
                .flatMap(spots -> spots);
    }

    /// Q17.
    static Stream<Spot> removedTooLightly(HouseholdFacts facts) {
        var help = facts.help();
        var removal = help == null ? null : help.removal();
        if (help == null || removal == null || !removal.byAssistance()) {
            return Stream.empty();
        }
        var months = facts.figures().removalMonths();
        var tooSoon = facts.decided()
                .filter(decided -> !removal.on().isAfter(decided.on().plusMonths(months)))
                .isPresent();
        return Stream.of(
                        facts.spotIf(removal.incomePerHeadFen() < removal.lineFen(), "income"),
                        facts.spotIf(help.aids().isEmpty(), "no-measure"),
                        facts.spotIf(tooSoon, "too-soon"))
                .flatMap(spots -> spots);
    }
}
