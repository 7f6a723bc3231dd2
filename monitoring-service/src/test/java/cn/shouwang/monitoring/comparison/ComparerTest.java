package cn.shouwang.monitoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.dataset.Dataset;
import cn.shouwang.monitoring.dataset.Fact;
import cn.shouwang.monitoring.dataset.PersonKey;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparerTest {

    private static final LocalDate UNTIL = LocalDate.of(2025, 3, 31);
    private static final LocalDate ON = LocalDate.of(2025, 4, 2);
    private static final Map<Standing, Long> ALL_ONCE =
            Map.of(Standing.MONITORED, 1L, Standing.LIFTED, 1L, Standing.ORDINARY, 1L);

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path spill;

    private final List<Person> persons = new ArrayList<>();
    private final List<Fact> fresh = new ArrayList<>();
    private final List<Fact> earlier = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void what_is_found_is_what_an_independent_oracle_finds(long seed) {
        var random = new SplittableRandom(seed);
        county(random);
        var rules = Oracle.rules(random);
        for (var consent : List.of(true, false)) {
            var found = hits(rules, consent);
            assertThat(found)
                    .containsExactlyInAnyOrderElementsOf(
                            new Oracle(persons, fresh, earlier, UNTIL, ON, consent).hits(rules));
            assertThat(found).isNotEmpty();
            assertThat(found).extracting(Hit::rank).isSortedAccordingTo((one, other) -> Integer.compare(other, one));
        }
    }

    @Test
    void M5_who_has_signed_nothing_is_compared_only_with_what_a_department_pushes() {
        persons.add(person(1, Standing.ORDINARY, null, false));
        persons.add(person(2, Standing.ORDINARY, ON.minusDays(1), true));
        persons.add(person(3, Standing.ORDINARY, ON.plusDays(1), true));
        fresh.addAll(List.of(fact(1, 1), fact(2, 2), fact(3, 3)));
        var rules = List.of(present(Effect.ALERT));
        assertThat(hits(rules, true)).extracting(hit -> hit.member()).containsExactly(member(2));
        assertThat(hits(rules, false)).hasSize(3);
    }

    @Test
    void M5_whom_a_list_does_not_name_is_told_only_of_those_who_have_signed() {
        var born = UNTIL.minusYears(9);
        persons.add(person(1, Standing.ORDINARY, null, false, born));
        persons.add(person(2, Standing.ORDINARY, ON, false, born));
        var absent =
                rule("a-child", Measure.ABSENT, Span.TERM, List.of(), List.of(), new AlertRule.Ages(6, 15), ALL_ONCE);
        assertThat(hits(List.of(absent), true)).extracting(hit -> hit.member()).containsExactly(member(2));
        assertThat(hits(List.of(absent), false)).hasSize(2).allMatch(hit -> hit.span()
                .equals("2025-1"));
    }

    @Test
    void a_negative_check_is_told_only_of_households_in_a_case() {
        persons.add(person(1, Standing.ORDINARY, ON, false));
        persons.add(person(2, Standing.ORDINARY, ON, true));
        fresh.addAll(List.of(fact(1, 1), fact(2, 2)));
        assertThat(hits(List.of(present(Effect.CAREFUL)), false))
                .extracting(hit -> hit.member())
                .containsExactly(member(2));
    }

    @Test
    void a_record_told_by_two_files_counts_once_and_an_earlier_one_alone_raises_nothing() {
        persons.add(person(1, Standing.LIFTED, null, false));
        persons.add(person(2, Standing.LIFTED, null, false));
        fresh.add(fact(1, 10));
        earlier.addAll(List.of(fact(1, 10), fact(1, 11), fact(2, 12)));
        var total =
                rule("a-total", Measure.TOTAL, Span.YEAR, List.of(), List.of(), null, Map.of(Standing.LIFTED, 100L));
        assertThat(hits(List.of(total), false))
                .extracting(hit -> hit.member(), Hit::measured)
                .containsExactly(tuple(member(1), 200L));
    }

    private List<Hit> hits(List<AlertRule> rules, boolean consent) {
        try (var comparer = new Comparer("128MB", 2, spill)) {
            persons.forEach(comparer::person);
            earlier.forEach(fact -> comparer.fact(fact, false, consent));
            fresh.forEach(fact -> comparer.fact(fact, true, consent));
            return comparer.hits(rules, UNTIL, ON, consent).hits();
        }
    }

    private void county(SplittableRandom random) {
        var standings = Standing.values();
        for (var household = 0; household < 400; household++) {
            var standing = standings[random.nextInt(3)];
            var signed = random.nextInt(3) == 0 ? ON.plusDays(random.nextInt(-9, 3)) : null;
            var inCase = random.nextBoolean();
            for (var member = random.nextInt(5); member >= 0; member--) {
                persons.add(new Person(
                        key(persons.size()),
                        member(persons.size()),
                        household(household),
                        "440233999999",
                        standing,
                        UNTIL.minusDays(random.nextInt(40_000)),
                        signed,
                        inCase));
            }
        }
        for (var number = 0; number < 3_000; number++) {
            var fact = fact(random, persons.size() + 200);
            (random.nextInt(4) == 0 ? earlier : fresh).add(fact);
        }
        earlier.addAll(fresh.subList(0, 40));
    }

    private static Fact fact(SplittableRandom random, int people) {
        var key = key(random.nextInt(people));
        return new Fact(
                key.high(),
                key.low(),
                random.nextLong(),
                (int) UNTIL.minusDays(random.nextInt(95)).toEpochDay(),
                random.nextLong(0, 400_000),
                random.nextInt(6),
                random.nextBoolean() ? "住院" : "门诊");
    }

    private static AlertRule present(Effect effect) {
        return new AlertRule(
                "a-rule",
                "规则",
                Dataset.SERIOUS_DISEASE,
                Measure.PRESENT,
                effect,
                Span.YEAR,
                List.of(),
                List.of(),
                null,
                ALL_ONCE,
                List.of(RiskType.ILLNESS),
                10,
                "test");
    }

    static AlertRule rule(
            String id,
            Measure measure,
            Span span,
            List<String> codes,
            List<Integer> numbers,
            AlertRule.@Nullable Ages ages,
            Map<Standing, Long> from) {
        return new AlertRule(
                id,
                "规则",
                Dataset.MEDICAL_SETTLEMENT,
                measure,
                Effect.ALERT,
                span,
                codes,
                numbers,
                ages,
                from,
                List.of(RiskType.ILLNESS),
                10,
                "test");
    }

    private static Person person(int number, Standing standing, @Nullable LocalDate signed, boolean inCase) {
        return person(number, standing, signed, inCase, LocalDate.of(1970, 1, 1));
    }

    private static Person person(
            int number, Standing standing, @Nullable LocalDate signed, boolean inCase, LocalDate born) {
        return new Person(
                key(number), member(number), household(number), "440233999999", standing, born, signed, inCase);
    }

    private static Fact fact(int person, long record) {
        var key = key(person);
        return new Fact(key.high(), key.low(), record, (int) UNTIL.toEpochDay(), 100, 1, "");
    }

    private static PersonKey key(int number) {
        return new PersonKey(number * 0x9E3779B97F4A7C15L, number - 50L);
    }

    private static HouseholdId household(int number) {
        return new HouseholdId(new UUID(1, number));
    }

    private static MemberId member(int number) {
        return MemberId.of(new UUID(2, number).toString());
    }
}
