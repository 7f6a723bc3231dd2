package cn.shouwang.monitoring.quality;

import cn.shouwang.monitoring.household.Dossier;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.identification.Identifications;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the rules find in households as the log tells them now. Changes nothing.
final class Inspection {

    /// All findings in one household, and the first day of the figures they were made with.
    record Inspected(HouseholdId household, String village, Set<Finding> findings, LocalDate edition) {}

    private final Register register;
    private final Identifications identifications;
    private final HelpFacts helpFacts;
    private final Figures figures;

    Inspection(Register register, Identifications identifications, HelpFacts helpFacts, Figures figures) {
        this.register = register;
        this.identifications = identifications;
        this.helpFacts = helpFacts;
        this.figures = figures;
    }

    /// Those of `households` that are registered. Asked for many at once, it asks only once who is
    /// merged into another entry, which is the one question that waits for rows.
    List<Inspected> of(Collection<HouseholdId> households, LocalDate today) {
        var dossiers = households.stream()
                .map(register::dossier)
                .flatMap(Optional::stream)
                .toList();
        var elsewhere = elsewhere(dossiers);
        return dossiers.stream()
                .map(dossier -> inspected(dossier.without(elsewhere), today))
                .toList();
    }

    private Set<MemberId> elsewhere(List<Dossier> dossiers) {
        var members = dossiers.stream()
                .flatMap(dossier -> dossier.members().stream())
                .map(Dossier.Described::member)
                .collect(Collectors.toUnmodifiableSet());
        return members.isEmpty() ? Set.of() : register.merged(members);
    }

    private Inspected inspected(Dossier dossier, LocalDate today) {
        var household = dossier.household();
        var latest = identifications.current(household).orElse(null);
        var help =
                latest == null ? null : helpFacts.of(household, latest.cycle()).orElse(null);
        var facts = HouseholdFacts.of(dossier, latest, help, today, figures);
        return new Inspected(
                household,
                dossier.village(),
                Rules.findings(facts),
                facts.figures().from());
    }
}
