package cn.shouwang.monitoring.quality;

import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.clue.Risks;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.identification.Case;
import cn.shouwang.monitoring.identification.Category;
import cn.shouwang.monitoring.identification.Decision;
import cn.shouwang.monitoring.identification.Identifications.Current;
import cn.shouwang.monitoring.identification.Identifications.Decided;
import cn.shouwang.monitoring.identification.Visit;
import cn.shouwang.monitoring.income.Assessed;
import cn.shouwang.monitoring.profile.House;
import cn.shouwang.monitoring.profile.HouseholdProfile;
import cn.shouwang.monitoring.profile.HouseholdProfile.Marks;
import cn.shouwang.monitoring.profile.HouseholdProfile.Water;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Facts of a household of the rules' tests: nothing is doubtful until a test says otherwise.
record Facts(
        BaseType baseType,
        HouseholdProfile profile,
        List<Someone> members,
        @Nullable Current latest,
        @Nullable Help help) {

    static final LocalDate TODAY = LocalDate.of(2025, 12, 20);
    static final LocalDate EDITION = LocalDate.of(2021, 1, 1);
    static final Figures FIGURES =
            new Figures(List.of(new Figures.Edition(EDITION, 6, 14, 15, 20, 16, 59, 18, 1, 6, 2, 100, 4, "试验")));
    static final long WAGE_FEN = 1_200_000;
    static final long PAID_FEN = 350_000;

    static Facts of(Someone... members) {
        var profile = new HouseholdProfile(
                null, house(House.Grade.B), new Water(true, true, true, true), null, null, null, null, null, null);
        return new Facts(BaseType.ORDINARY, profile, List.of(members), null, null);
    }

    Facts lifted() {
        return new Facts(BaseType.LIFTED, profile, members, latest, help);
    }

    /// Identified ten days ago for these risks, after a visit that found a usual wage and expense.
    Facts monitored(RiskType... risks) {
        return monitored(TODAY.minusDays(10), WAGE_FEN, PAID_FEN, risks);
    }

    Facts monitored(LocalDate since, long wageFen, long paidFen, RiskType... risks) {
        return new Facts(baseType, profile, members, current(since, visit(wageFen, paidFen), false, risks), help);
    }

    Facts monitoredUnvisited() {
        return new Facts(baseType, profile, members, current(TODAY, null, false, RiskType.HOUSING), help);
    }

    /// Was monitored since that day, and is no longer.
    Facts removed(LocalDate since) {
        return new Facts(
                baseType, profile, members, current(since, visit(WAGE_FEN, PAID_FEN), true, RiskType.HOUSING), help);
    }

    Facts living(House.Grade grade) {
        return with(new HouseholdProfile(null, house(grade), null, null, null, null, null, null, null));
    }

    Facts backedUp() {
        return with(
                new HouseholdProfile(null, null, null, null, null, new Marks(false, false, true), null, null, null));
    }

    Facts undescribed() {
        return new Facts(baseType, HouseholdProfile.EMPTY, members, latest, help);
    }

    Facts helped(Help.AidKind... kinds) {
        return with(null, kinds);
    }

    Facts with(Help.@Nullable Removal removal, Help.AidKind... kinds) {
        var aids = Stream.of(kinds).map(kind -> new Help.Aid(kind, TODAY)).toList();
        return new Facts(baseType, profile, members, latest, new Help(aids, removal));
    }

    /// What one rule finds: keys, each behind the last digit of the member's number, if there is
    /// one.
    List<String> found(RuleId rule) {
        return found(rule, TODAY);
    }

    List<String> found(RuleId rule, LocalDate today) {
        return Rules.findings(facts(today)).stream()
                .filter(finding -> finding.rule() == rule)
                .map(finding -> finding.member() == null
                        ? finding.key()
                        : finding.member().toString().substring(35) + ":" + finding.key())
                .sorted()
                .toList();
    }

    HouseholdFacts facts(LocalDate today) {
        var facts = members.stream()
                .map(member -> new MemberFacts(member.id(), member.person(), member.profile(), 1, today))
                .toList();
        return new HouseholdFacts(baseType, profile, facts, latest, help, 5, today, FIGURES.on(today));
    }

    private Facts with(HouseholdProfile more) {
        return new Facts(baseType, profile.with(more), members, latest, help);
    }

    private static House house(House.Grade grade) {
        return new House(grade, null, null, null, null);
    }

    private Current current(LocalDate since, @Nullable Visit visit, boolean over, RiskType... risks) {
        var finding = new cn.shouwang.monitoring.identification.Finding(Category.MARGINAL, Risks.of(risks));
        var decision = new Decision("试审1号", finding, Case.LINE, Case.LINE_FEN, null, "xian01", Case.COMPARISON);
        return new Current(
                Case.HOUSEHOLD,
                Case.VILLAGE,
                1,
                baseType,
                since,
                visit,
                new Decided(decision, since, true),
                false,
                over);
    }

    private static Visit visit(long wageFen, long paidFen) {
        var on = EDITION.plusYears(1);
        var income = wageFen == 0
                ? Assessed.nothing(Case.VILLAGE, 1, paidFen, on)
                : Assessed.income(Case.VILLAGE, 1, wageFen, paidFen, on);
        return new Visit(
                List.of(), new Visit.Guarantees(false, false, false, false), income, paidFen, List.of(), "cun01");
    }
}
