package cn.shouwang.monitoring.removal;

import static cn.shouwang.monitoring.removal.Check.Outcome.HOLDS;
import static cn.shouwang.monitoring.removal.Check.Outcome.MISSING;
import static cn.shouwang.monitoring.removal.Check.Outcome.WAIVED;
import static java.util.stream.Collectors.joining;

import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.identification.Visit.Guarantees;
import cn.shouwang.monitoring.line.Lines;
import cn.shouwang.monitoring.removal.ExitTerms.Edition;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every criterion of a removal, looked at with the facts of one day (rule M9).
///
/// A pure function of its components: whoever has them can make the same list again.
///
/// `risks` are those found when the household was determined on `since`, `addressed` those that a
/// measure in place meets, `labour` whether anybody in the household can work.
record Checks(
        RemovalMode mode,
        List<RiskType> risks,
        LocalDate since,
        ExitVisit seen,
        Set<RiskType> addressed,
        boolean labour,
        Lines.InForce line,
        Edition terms,
        LocalDate on) {

    /// One check per criterion, in the criteria's order.
    List<Check> made() {
        return Stream.of(Criterion.values()).map(this::of).toList();
    }

    /// Whole months between determination and removal.
    int months() {
        return (int) ChronoUnit.MONTHS.between(since, on);
    }

    long incomePerHeadFen() {
        return seen.visit().income().perHeadFen(line.basis());
    }

    private Check of(Criterion criterion) {
        var check = look(criterion);
        return check.blocks() && isWaived(criterion)
                ? new Check(criterion, WAIVED, check.found(), check.needed())
                : check;
    }

    private boolean isWaived(Criterion criterion) {
        return mode == RemovalMode.NATURAL && terms.naturalWaives().contains(criterion);
    }

    private Check look(Criterion criterion) {
        return switch (criterion) {
            case OBSERVED -> atLeast(criterion, months(), terms.minMonths());
            case STABLE_INCOME -> atLeast(criterion, seen.stableMonths(), terms.stableMonths());
            case ABOVE_LINE ->
                check(
                        criterion,
                        !line.covers(incomePerHeadFen()),
                        String.valueOf(incomePerHeadFen()),
                        String.valueOf(line.amountFen()));
            case EXPENSE_SOLVED -> check(criterion, seen.expenseSolved(), null, null);
            case GUARANTEES -> none(criterion, problems(seen.visit().guarantees()));
            case RISKS_GONE -> none(criterion, without(seen.risksGone()));
            case NO_NEW_RISK -> check(criterion, !seen.newRisk(), null, null);
            case MEASURE_IN_PLACE -> none(criterion, without(addressed));
            case HAS_LABOUR -> check(criterion, labour, null, null);
        };
    }

    private List<String> without(Collection<RiskType> settled) {
        return risks.stream()
                .filter(risk -> !settled.contains(risk))
                .map(Enum::name)
                .toList();
    }

    private static List<String> problems(Guarantees guarantees) {
        return Stream.of(
                        guarantees.housingProblem() ? "HOUSING" : "",
                        guarantees.childOutOfSchool() ? "SCHOOLING" : "",
                        guarantees.waterProblem() ? "WATER" : "",
                        guarantees.memberUninsured() ? "INSURANCE" : "")
                .filter(problem -> !problem.isEmpty())
                .toList();
    }

    private static Check atLeast(Criterion criterion, int found, int needed) {
        return check(criterion, found >= needed, String.valueOf(found), String.valueOf(needed));
    }

    private static Check none(Criterion criterion, List<String> left) {
        return check(criterion, left.isEmpty(), left.stream().collect(joining(",")), null);
    }

    private static Check check(Criterion criterion, boolean holds, @Nullable String found, @Nullable String needed) {
        return new Check(criterion, holds ? HOLDS : MISSING, found == null || found.isEmpty() ? null : found, needed);
    }
}
