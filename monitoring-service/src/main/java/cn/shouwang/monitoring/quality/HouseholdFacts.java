package cn.shouwang.monitoring.quality;

import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.Dossier;
import cn.shouwang.monitoring.identification.Identifications.Current;
import cn.shouwang.monitoring.identification.Identifications.Decided;
import cn.shouwang.monitoring.profile.HouseholdProfile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that the rules may look at: one household on one day, and the figures in force then. In
/// memory only.
///
/// `latest` is the household's latest case, absent when it never had one; `help` what was done in
/// it, absent when nothing can be said. `told` counts the facts that told of the household or
/// anyone in it.
record HouseholdFacts(
        BaseType baseType,
        HouseholdProfile profile,
        List<MemberFacts> members,
        @Nullable Current latest,
        @Nullable Help help,
        long told,
        LocalDate today,
        Figures.Edition figures) {

    /// Of a household as the register tells it. Members who are forgotten are left out.
    static HouseholdFacts of(
            Dossier dossier, @Nullable Current latest, @Nullable Help help, LocalDate today, Figures figures) {
        var members = dossier.members().stream()
                .filter(member -> !member.isForgotten())
                .map(member ->
                        new MemberFacts(member.member(), member.person(), member.profile(), member.told(), today))
                .toList();
        return new HouseholdFacts(
                dossier.baseType(),
                dossier.profile(),
                members,
                latest,
                help,
                dossier.told() + steps(latest) + (help == null ? 0L : help.told()),
                today,
                figures.on(today));
    }

    /// Facts of the case that a rule looks at: a visit, a decision, its end.
    private static long steps(@Nullable Current latest) {
        return latest == null
                ? 0L
                : (long) latest.cycle()
                        + (latest.visit() == null ? 0L : 1L)
                        + (latest.decision() == null ? 0L : 1L)
                        + (latest.over() ? 1L : 0L);
    }

    /// Whether the national register holds this household, so that what is missing matters: it was
    /// lifted out of poverty, or is or was monitored.
    boolean isKept() {
        return baseType == BaseType.LIFTED || decided().isPresent();
    }

    boolean isMonitored() {
        return latest != null && latest.isMonitored();
    }

    /// The county's word in the latest case, if it was given.
    Optional<Decided> decided() {
        return Optional.ofNullable(latest).map(Current::decision);
    }

    /// Whether the household is monitored for that risk, among others.
    boolean isMonitoredFor(RiskType risk) {
        return isMonitored()
                && decided()
                        .filter(decided ->
                                decided.decision().finding().risks().types().contains(risk))
                        .isPresent();
    }

    /// Whether so many whole months have passed since the household was identified.
    boolean isMonitoredFor(int months) {
        return isMonitored()
                && decided()
                        .filter(decided -> !today.isBefore(decided.on().plusMonths(months)))
                        .isPresent();
    }

    /// A finding about the household as a whole.
    Spot spot(String key) {
        return new Spot(null, key, told);
    }

    Stream<Spot> spotIf(boolean found, String key) {
        return found ? Stream.of(spot(key)) : Stream.empty();
    }

    /// A finding about each member of whom it is true.
    Stream<Spot> each(Predicate<MemberFacts> found, String key) {
        return members.stream().filter(found).map(member -> member.spot(key));
    }

    /// The same, where the finding rests on facts about others too.
    Stream<Spot> eachAmong(Predicate<MemberFacts> found, String key) {
        return members.stream().filter(found).map(member -> new Spot(member.id(), key, told));
    }

    boolean any(Predicate<MemberFacts> found) {
        return members.stream().anyMatch(found);
    }

    /// Nothing personal.
    @Override
    public String toString() {
        return "HouseholdFacts";
    }
}
