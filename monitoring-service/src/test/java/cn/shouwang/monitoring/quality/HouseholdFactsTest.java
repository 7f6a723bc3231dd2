package cn.shouwang.monitoring.quality;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.LabourAbility;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.household.Person;
import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.identification.Case;
import cn.shouwang.monitoring.identification.Identifications;
import cn.shouwang.monitoring.person.PersonDocument;
import cn.shouwang.monitoring.person.PersonName;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HouseholdFactsTest {

    private static final List<HouseholdEvent> REGISTERED = List.of(
            new HouseholdRegistered(Case.HOUSEHOLD, Case.VILLAGE, BaseType.ORDINARY, null, null, Case.november(1)),
            new MemberAdded(
                    Case.HOUSEHOLD, Case.VILLAGE, Case.HEAD, Persons.of(Persons.MAN, Relation.HEAD), Case.november(1)));

    @Test
    void a_monitored_household_is_inspected_as_one() {
        assertThat(found(Set.of(), true)).contains(RuleId.Q14, RuleId.Q18);
        assertThat(found(Set.of(), false)).doesNotContain(RuleId.Q14, RuleId.Q18);
    }

    @Test
    void M13_a_member_who_is_merged_into_another_entry_does_not_count() {
        assertThat(found(Set.of(), true)).contains(RuleId.Q11);
        assertThat(found(Set.of(Case.HEAD), true)).doesNotContain(RuleId.Q11);
    }

    @Test
    void nothing_is_said_of_a_forgotten_member() {
        var forgotten = new Person(
                PersonName.forgotten(),
                PersonDocument.forgotten(),
                null,
                null,
                Relation.HEAD,
                LabourAbility.ORDINARY,
                Set.of(),
                false);
        var dossier = new Register(
                        _ -> Stream.of(
                                REGISTERED.getFirst(),
                                new MemberAdded(Case.HOUSEHOLD, Case.VILLAGE, Case.HEAD, forgotten, Case.november(1))),
                        _ -> Set.of())
                .dossier(Case.HOUSEHOLD)
                .orElseThrow();
        var facts = HouseholdFacts.of(dossier, null, null, Facts.TODAY, Facts.FIGURES);
        assertThat(Rules.findings(facts)).isEmpty();
    }

    @Test
    void the_figures_are_those_of_the_day() {
        var later = LocalDate.of(2026, 1, 1);
        var figures = new Figures(List.of(
                new Figures.Edition(later, 6, 14, 15, 20, 16, 59, 18, 1, 6, 2, 100, 4, "试验"),
                Facts.FIGURES.editions().getFirst()));
        assertThat(figures.on(later.minusDays(1)).from()).isEqualTo(Facts.EDITION);
        assertThat(figures.on(later).from()).isEqualTo(later);
        assertThat(figures.on(LocalDate.of(2000, 1, 1)).from()).isEqualTo(Facts.EDITION);
    }

    private static Set<RuleId> found(Set<MemberId> merged, boolean monitored) {
        var inspection = new Inspection(
                new Register(_ -> REGISTERED.stream(), _ -> merged),
                new Identifications(
                        _ -> monitored ? Case.until(Case.ANNOUNCED).stream() : Stream.empty(), (_, _) -> false),
                HelpFacts.UNKNOWN,
                Facts.FIGURES);
        return inspection.of(List.of(Case.HOUSEHOLD), Facts.TODAY).stream()
                .flatMap(inspected -> inspected.findings().stream())
                .map(Finding::rule)
                .collect(Collectors.toSet());
    }
}
