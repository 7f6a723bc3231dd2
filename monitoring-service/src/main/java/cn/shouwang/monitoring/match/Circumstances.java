package cn.shouwang.monitoring.match;

import cn.shouwang.monitoring.household.Health;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.LabourAbility;
import cn.shouwang.monitoring.household.Person;
import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.identification.Identifications;
import cn.shouwang.monitoring.identification.Identifications.Current;
import cn.shouwang.monitoring.identification.Identifications.Decided;
import cn.shouwang.monitoring.identification.Visit;
import cn.shouwang.monitoring.line.Lines;
import cn.shouwang.monitoring.toolbox.Fact;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The facts of a household as of now: from the streams of the register and of its cases, and from the
/// line. A fact that nobody recorded is absent.
@Component
class Circumstances {

    private static final Set<LabourAbility> ABLE =
            EnumSet.of(LabourAbility.ORDINARY, LabourAbility.SKILLED, LabourAbility.WEAK_OR_HALF);

    /// Where a household lives, and its facts.
    record Found(String village, Map<Fact, Object> facts) {}

    private final Register register;
    private final Identifications identifications;
    private final Lines lines;

    Circumstances(Register register, Identifications identifications, Lines lines) {
        this.register = register;
        this.identifications = identifications;
        this.lines = lines;
    }

    /// The village of a household; fails as [Register#of] does.
    String village(HouseholdId household) {
        return register.of(household).village();
    }

    /// The facts on `today`, by which ages and months are counted.
    Found of(HouseholdId household, LocalDate today) {
        var entry = register.of(household);
        var facts = new EnumMap<Fact, Object>(Fact.class);
        facts.put(Fact.VILLAGE, entry.village());
        facts.put(Fact.BASE_TYPE, entry.baseType().name());
        people(facts, register.people(household).values(), today);
        var current = identifications.current(household).orElse(null);
        monitoring(facts, current, today);
        if (current != null && current.visit() != null) {
            visit(facts, current.visit());
        }
        var decided = current == null ? null : current.decision();
        facts.put(
                Fact.LINE_FEN,
                decided == null
                        ? lines.inForce(entry.village(), today).amountFen()
                        : decided.decision().line().amountFen());
        return new Found(entry.village(), facts);
    }

    private static void people(Map<Fact, Object> facts, Collection<Person> people, LocalDate today) {
        facts.put(Fact.MEMBERS, (long) people.size());
        facts.put(Fact.LABOUR, count(people.stream().map(Person::labour).filter(ABLE::contains)));
        facts.put(Fact.STUDENTS, count(people.stream().filter(Person::student)));
        facts.put(Fact.DISABLED, having(people, Health.DISABLED));
        facts.put(Fact.SERIOUSLY_ILL, having(people, Health.SERIOUS));
        facts.put(Fact.CHRONICALLY_ILL, having(people, Health.CHRONIC));
        var births = people.stream().map(Person::born).filter(Objects::nonNull).toList();
        if (births.size() == people.size()) {
            facts.put(Fact.AGES, ages(births, today));
        }
    }

    private static List<Long> ages(List<LocalDate> births, LocalDate today) {
        return births.stream()
                .map(born -> ChronoUnit.YEARS.between(born, today))
                .sorted()
                .toList();
    }

    private static long having(Collection<Person> people, Health health) {
        return count(people.stream().filter(person -> person.health().contains(health)));
    }

    private static long count(Stream<?> those) {
        return those.count();
    }

    private static void monitoring(Map<Fact, Object> facts, @Nullable Current current, LocalDate today) {
        var monitored = current != null && current.isMonitored() ? current.decision() : null;
        facts.put(Fact.MONITORED, monitored != null);
        facts.put(Fact.CATEGORY, monitored == null ? "" : category(monitored));
        facts.put(Fact.RISKS, monitored == null ? List.of() : risks(monitored));
        if (monitored != null) {
            facts.put(Fact.MONTHS_SINCE_DETERMINATION, ChronoUnit.MONTHS.between(monitored.on(), today));
        }
    }

    private static String category(Decided decided) {
        return decided.decision().finding().category().name();
    }

    private static List<String> risks(Decided decided) {
        return decided.decision().finding().risks().names();
    }

    private static void visit(Map<Fact, Object> facts, Visit visit) {
        facts.put(Fact.INCOME_PER_HEAD_FEN, visit.income().perHeadFen());
        facts.put(Fact.SELF_PAID_FEN, visit.selfPaidFen());
        facts.put(Fact.HOUSING_PROBLEM, visit.guarantees().housingProblem());
        facts.put(Fact.CHILD_OUT_OF_SCHOOL, visit.guarantees().childOutOfSchool());
        facts.put(Fact.WATER_PROBLEM, visit.guarantees().waterProblem());
        facts.put(Fact.MEMBER_UNINSURED, visit.guarantees().memberUninsured());
    }
}
