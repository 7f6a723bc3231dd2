package cn.shouwang.monitoring.toolbox;

import static cn.shouwang.monitoring.toolbox.Verdict.ELIGIBLE;
import static cn.shouwang.monitoring.toolbox.Verdict.NOT_ELIGIBLE;
import static cn.shouwang.monitoring.toolbox.Verdict.UNDECIDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.toolbox.Eligibility.Fault;
import cn.shouwang.platform.rule.RuleBroken;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EligibilityTest {

    private static final Map<Fact, Object> FACTS = Map.of(
            Fact.MONITORED,
            true,
            Fact.CATEGORY,
            "MARGINAL",
            Fact.RISKS,
            List.of("ILLNESS", "UNSTABLE_WORK"),
            Fact.MEMBERS,
            4L,
            Fact.LABOUR,
            2L,
            Fact.AGES,
            List.of(3L, 16L, 40L, 71L),
            Fact.INCOME_PER_HEAD_FEN,
            900_000L,
            Fact.LINE_FEN,
            1_161_000L);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "monitored && 'UNSTABLE_WORK' in risks | ELIGIBLE",
                "category == 'MARGINAL' && labour * 2 >= members | ELIGIBLE",
                "ages.exists(age, age >= 6 && age < 18) | ELIGIBLE",
                "ages.filter(age, age >= 60).size() == 2 | NOT_ELIGIBLE",
                "incomePerHeadFen > lineFen | NOT_ELIGIBLE",
                "incomePerHeadFen * 2 > lineFen && risks[0] == 'ILLNESS' | ELIGIBLE",
                "!monitored | NOT_ELIGIBLE"
            })
    void an_expression_says_who_is_eligible(String expression, Verdict verdict) {
        assertThat(Eligibility.of(expression).of(FACTS)).isEqualTo(verdict);
    }

    @Test
    void a_fact_that_is_not_known_leaves_it_undecided_unless_the_rest_decides() {
        assertThat(Eligibility.of("students > 0").of(FACTS)).isEqualTo(UNDECIDED);
        assertThat(Eligibility.of("students > 0 || monitored").of(FACTS)).isEqualTo(ELIGIBLE);
        assertThat(Eligibility.of("students > 0 && !monitored").of(FACTS)).isEqualTo(NOT_ELIGIBLE);
    }

    @Test
    void what_cannot_be_computed_is_undecided() {
        assertThat(Eligibility.of("risks[7] == 'ILLNESS'").of(FACTS)).isEqualTo(UNDECIDED);
        assertThat(Eligibility.of("members / (labour - 2) > 1").of(FACTS)).isEqualTo(UNDECIDED);
        assertThat(Eligibility.of("lineFen * 9000000000000 * 9000000000000 > 0").of(FACTS))
                .isEqualTo(UNDECIDED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "labour > 'two' | 1 | 8",
                "monitored && income > 5 | 1 | 14",
                "monitored && | 1 | 13",
                "monitored @ labour | 1 | 11",
                "labour.size() > 1 | 1 | 12",
                "system('ls') == 0 | 1 | 7"
            })
    void a_fault_is_told_with_its_place(String expression, int line, int column) {
        assertThat(Eligibility.faults(expression)).first().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.column()).isEqualTo(column);
            assertThat(fault.message()).isNotBlank();
        });
        assertThatThrownBy(() -> Eligibility.of(expression)).isInstanceOfSatisfying(RuleBroken.class, refusal -> {
            assertThat(refusal.rule()).isEqualTo("toolbox.eligibility-faulty");
            assertThat(refusal).hasMessageStartingWith("line %d, column %d: ".formatted(line, column));
        });
    }

    @Test
    void a_fault_further_down_is_found_by_its_line() {
        assertThat(Eligibility.faults("monitored\n  && labour == 'x'"))
                .extracting(Fault::line)
                .containsExactly(2);
        assertThat(Eligibility.faults("monitored\n  && labour == 1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"labour + 1", "'yes'", "risks", "monitored ? 1 : 0", "null"})
    void what_is_not_yes_or_no_is_refused(String expression) {
        assertThatThrownBy(() -> Eligibility.of(expression)).isInstanceOf(RuleBroken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "'", "(((", "true || ", "\u0000", "labour > 0 ; true", "ages.map(a, a)[", "&&&&"})
    void nonsense_is_refused_and_breaks_nothing(String expression) {
        assertThat(Eligibility.faults(expression)).isNotEmpty();
    }

    @Test
    void a_hostile_expression_stops_at_the_bound_of_steps() {
        var twenty = IntStream.range(0, 20).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
        var loops = "true";
        for (var depth = 0; depth < 6; depth++) {
            loops = "%s.all(x%d, %s)".formatted(twenty, depth, loops); // 20⁶ steps, were there no bound
        }
        var hostile = Eligibility.of(loops);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(hostile.of(FACTS)).isEqualTo(UNDECIDED));
        assertThat(hostile.of(FACTS)).isEqualTo(UNDECIDED);
        assertThat(Eligibility.of("ages.all(age, age > 0)").of(FACTS)).isEqualTo(ELIGIBLE);
    }

    @Test
    void lists_made_of_lists_stop_at_the_bound_of_steps() {
        var lists = "[1, 2]";
        for (var depth = 0; depth < 8; depth++) {
            lists = "[1, 2, 3, 4].map(y%d, %s.size())".formatted(depth, lists);
        }
        var hostile = Eligibility.of(lists + ".size() > 0");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(hostile.of(FACTS)).isEqualTo(UNDECIDED));
    }

    @Test
    void an_expression_that_is_too_long_or_too_deep_is_refused() {
        assertThat(Eligibility.faults("true" + " ".repeat(Eligibility.LONGEST))).isNotEmpty();
        assertThat(Eligibility.faults("(".repeat(400) + "true" + ")".repeat(400)))
                .isNotEmpty();
        assertThat(Eligibility.faults("[".repeat(400) + "]".repeat(400) + " == []"))
                .isNotEmpty();
    }

    @Test
    void evaluating_changes_no_fact() {
        var facts = new EnumMap<Fact, Object>(FACTS);
        Eligibility.of("ages.map(age, age + 1).size() > 0 && risks.all(risk, risk != '')")
                .of(facts);
        assertThat(facts).isEqualTo(FACTS);
    }

    @Test
    void it_tells_which_facts_it_speaks_of_as_far_as_they_are_known() {
        var eligibility = Eligibility.of("labour > 0 && (students > 0 || ages.exists(age, age > 70))");
        assertThat(eligibility.used(FACTS)).containsOnlyKeys(Fact.LABOUR, Fact.AGES);
    }

    @ParameterizedTest
    @EnumSource(Fact.class)
    void every_fact_may_be_spoken_of_and_its_value_is_read_back(Fact fact) {
        assertThat(Eligibility.faults("%s == %s".formatted(fact.key(), fact.key())))
                .isEmpty();
        var value = FACTS.get(fact);
        if (value != null) {
            assertThat(fact.value(fact.text(value))).isEqualTo(value);
        }
    }

    @Test
    void an_empty_list_is_read_back_as_an_empty_list() {
        assertThat(Fact.RISKS.value(Fact.RISKS.text(List.of()))).isEqualTo(List.of());
        assertThat(Fact.AGES.value("")).isEqualTo(List.of());
        assertThat(Fact.MONITORED.value(Fact.MONITORED.text(false))).isEqualTo(false);
    }
}
