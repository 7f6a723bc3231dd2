package cn.shouwang.monitoring.match;

import static cn.shouwang.monitoring.identification.Case.DETERMINED;
import static cn.shouwang.monitoring.identification.Case.HEAD;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.LINE_FEN;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.WIFE;
import static cn.shouwang.monitoring.identification.Case.november;
import static cn.shouwang.monitoring.identification.Case.until;
import static cn.shouwang.monitoring.match.Proposed.CONFIRMED;
import static cn.shouwang.monitoring.match.Proposed.DECLINED;
import static cn.shouwang.monitoring.match.Proposed.FIRST;
import static cn.shouwang.monitoring.match.Proposed.LAPSED;
import static cn.shouwang.monitoring.match.Proposed.MATCHES;
import static cn.shouwang.platform.test.Rules.broken;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.DecreaseReason;
import cn.shouwang.monitoring.household.Health;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.Identifications;
import cn.shouwang.monitoring.line.Basis;
import cn.shouwang.monitoring.line.Lines;
import cn.shouwang.monitoring.match.MatchCommand.ConfirmMatch;
import cn.shouwang.monitoring.match.MatchCommand.DeclineMatch;
import cn.shouwang.monitoring.match.MatchCommand.MatchPolicies;
import cn.shouwang.monitoring.match.MatchEvent.MatchLapsed;
import cn.shouwang.monitoring.match.MatchEvent.MatchProposed;
import cn.shouwang.monitoring.toolbox.Eligibility;
import cn.shouwang.monitoring.toolbox.Fact;
import cn.shouwang.monitoring.toolbox.Policies;
import cn.shouwang.monitoring.toolbox.Toolbox;
import cn.shouwang.monitoring.toolbox.Verdict;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MatchesTest {

    private static final LocalDate TODAY = november(16);
    private static final MemberId SON = MemberId.of("00000000-0000-4000-8000-000000000003");
    private static final Actor CLERK = new Actor("cun01", Role.VILLAGE_COMMITTEE, VILLAGE, Actor.Channel.WEB);
    private static final Actor ELSEWHERE =
            new Actor("cun02", Role.VILLAGE_COMMITTEE, "440233101204", Actor.Channel.WEB);
    private static final MatchPolicies ASK = new MatchPolicies(MATCHES);

    private final List<HouseholdEvent> registered = new ArrayList<>(List.of(
            new HouseholdRegistered(HOUSEHOLD, VILLAGE, BaseType.ORDINARY, null, null, november(1)),
            new MemberAdded(HOUSEHOLD, VILLAGE, HEAD, Persons.of(Persons.MAN, Relation.HEAD), november(1)),
            new MemberAdded(
                    HOUSEHOLD,
                    VILLAGE,
                    WIFE,
                    Persons.of(Persons.WOMAN, Relation.SPOUSE, Set.of(Health.DISABLED)),
                    november(1))));
    private final List<IdentificationEvent> cases = new ArrayList<>(until(DETERMINED));
    private final List<Toolbox.InForce> policies = new ArrayList<>();
    private final Circumstances circumstances = new Circumstances(
            new Register(_ -> registered.stream(), _ -> Set.of()),
            new Identifications(_ -> cases.stream(), (_, _) -> false),
            (_, _) -> new Lines.InForce("line-440233-2025@0", 5L, true, Basis.DISPOSABLE_INCOME));

    private final FixtureConfiguration<Matches> matches = new AggregateTestFixture<>(Matches.class)
            .registerInjectableResource(Clock.fixed(TODAY.atStartOfDay().toInstant(UTC), UTC))
            .registerInjectableResource(circumstances)
            .registerInjectableResource((Toolbox) (_, _) -> List.copyOf(policies));

    @BeforeEach
    void oneforThoseWithLabour() {
        policies.add(Policies.inForce(Policies.WORK, 1, "labour > 0"));
    }

    @Test
    void a_policy_that_suits_is_proposed_with_its_version_and_the_facts_used() {
        matches.givenNoPriorActivity().when(ASK, CLERK.toMeta()).expectEvents(proposed(1, 1, "2"));
    }

    @Test
    void age_and_health_are_kept_apart_from_the_other_facts() {
        policies.set(0, Policies.inForce(Policies.WORK, 1, "monitored && disabled == 1 && ages.all(age, age > 50)"));

        matches.givenNoPriorActivity()
                .when(ASK, CLERK.toMeta())
                .expectEvents(new MatchProposed(
                        MATCHES,
                        HOUSEHOLD,
                        VILLAGE,
                        1,
                        Proposed.WORK,
                        List.of(new FactUsed(Fact.MONITORED, "true")),
                        List.of(new FactUsed(Fact.AGES, "53,55"), new FactUsed(Fact.DISABLED, "1")),
                        TODAY));
    }

    @Test
    void every_policy_that_suits_is_proposed_and_no_other() {
        policies.add(Policies.inForce(Policies.SCHOOL, 3, "students > 0"));
        policies.add(Policies.inForce(Policies.SCHOOL, 3, "baseType == 'ORDINARY'"));

        matches.givenNoPriorActivity()
                .when(ASK, CLERK.toMeta())
                .expectEvents(
                        proposed(1, 1, "2"),
                        new MatchProposed(
                                MATCHES,
                                HOUSEHOLD,
                                VILLAGE,
                                2,
                                PolicyUsed.of(policies.get(2)),
                                List.of(new FactUsed(Fact.BASE_TYPE, "ORDINARY")),
                                List.of(),
                                TODAY));
    }

    @Test
    void a_policy_that_suits_nobody_here_is_no_proposal() {
        policies.set(0, Policies.inForce(Policies.WORK, 1, "labour > 2"));

        matches.givenNoPriorActivity().when(ASK, CLERK.toMeta()).expectException(broken("match.nothing-new"));
    }

    @Test
    void an_expression_that_hangs_on_an_unknown_fact_is_no_proposal() {
        cases.clear();
        policies.set(0, Policies.inForce(Policies.WORK, 1, "incomePerHeadFen <= lineFen"));

        matches.givenNoPriorActivity().when(ASK, CLERK.toMeta()).expectException(broken("match.nothing-new"));
    }

    @Test
    void what_is_open_or_confirmed_is_not_proposed_again() {
        refused(ASK, "match.nothing-new", FIRST);
        refused(ASK, "match.nothing-new", FIRST, CONFIRMED);
    }

    @Test
    void what_was_declined_is_proposed_again_only_when_the_facts_are_others() {
        var declined = proposed(1, 1, "2");
        refused(ASK, "match.nothing-new", declined, DECLINED);

        registered.add(new MemberAdded(HOUSEHOLD, VILLAGE, SON, Persons.of(Persons.SON, Relation.SON), november(15)));
        matches.given(declined, DECLINED).when(ASK, CLERK.toMeta()).expectEvents(proposed(2, 1, "3"));
    }

    @Test
    void a_further_version_is_a_further_proposal_and_the_one_before_lapses() {
        policies.set(0, Policies.inForce(Policies.WORK, 2, "labour > 0"));

        matches.given(FIRST)
                .when(ASK, CLERK.toMeta())
                .expectEvents(new MatchLapsed(MATCHES, HOUSEHOLD, VILLAGE, 1, TODAY), proposed(2, 2, "2"));
    }

    @Test
    void an_open_proposal_lapses_when_the_household_no_longer_suits() {
        registered.add(new MemberDecreased(HOUSEHOLD, VILLAGE, WIFE, DecreaseReason.MOVED_OUT, november(15)));
        policies.set(0, Policies.inForce(Policies.WORK, 1, "labour > 1"));

        matches.given(FIRST)
                .when(ASK, CLERK.toMeta())
                .expectEvents(new MatchLapsed(MATCHES, HOUSEHOLD, VILLAGE, 1, TODAY));
    }

    @Test
    void what_lapsed_is_proposed_again_when_it_holds_again() {
        matches.given(FIRST, LAPSED).when(ASK, CLERK.toMeta()).expectEvents(proposed(2, 1, "2"));
    }

    @Test
    void a_person_confirms() {
        matches.given(FIRST)
                .when(new ConfirmMatch(MATCHES, 1, november(15)), CLERK.toMeta())
                .expectEvents(CONFIRMED);
    }

    @Test
    void a_version_that_is_no_longer_in_force_is_not_confirmed() {
        policies.set(0, Policies.inForce(Policies.WORK, 2, "labour > 0"));
        refused(new ConfirmMatch(MATCHES, 1, november(15)), "match.not-in-force", FIRST);
    }

    @Test
    void a_person_declines_with_a_reason() {
        matches.given(FIRST)
                .when(
                        new DeclineMatch(MATCHES, 1, DeclineReason.HOUSEHOLD_DECLINES, "说明年再说", november(15)),
                        CLERK.toMeta())
                .expectEvents(DECLINED);
        refused(new DeclineMatch(MATCHES, 1, DeclineReason.OTHER, " ", TODAY), "match.reason-missing", FIRST);
    }

    @Test
    void a_proposal_is_decided_once() {
        for (var end : List.of(CONFIRMED, DECLINED, LAPSED)) {
            refused(new ConfirmMatch(MATCHES, 1, TODAY), "match.decided", FIRST, end);
            refused(
                    new DeclineMatch(MATCHES, 1, DeclineReason.ALREADY_RECEIVED, "", TODAY),
                    "match.decided",
                    FIRST,
                    end);
        }
        refused(new ConfirmMatch(MATCHES, 2, TODAY), "match.unknown", FIRST);
    }

    @Test
    void a_word_on_a_proposal_is_neither_before_it_nor_ahead() {
        refused(new ConfirmMatch(MATCHES, 1, november(13)), "match.date-before", FIRST);
        refused(new ConfirmMatch(MATCHES, 1, november(17)), "match.date-ahead", FIRST);
        refused(
                new DeclineMatch(MATCHES, 1, DeclineReason.ALREADY_RECEIVED, "", november(17)),
                "match.date-ahead",
                FIRST);
    }

    @Test
    void another_village_neither_asks_nor_decides() {
        matches.givenNoPriorActivity().when(ASK, ELSEWHERE.toMeta()).expectException(OutOfDivision.class);
        matches.given(FIRST)
                .when(new ConfirmMatch(MATCHES, 1, TODAY), ELSEWHERE.toMeta())
                .expectException(OutOfDivision.class);
    }

    @Test
    void the_stored_version_and_facts_give_the_same_verdict_again() {
        var expressions = List.of(
                "labour > 0 && village.startsWith('440233')",
                "category == 'MARGINAL' && 'ILLNESS' in risks && risks.size() == 2",
                "incomePerHeadFen <= lineFen && monthsSinceDetermination == 0",
                "waterProblem && !housingProblem && selfPaidFen > 300000",
                "ages.exists(age, age > 54) && disabled + seriouslyIll + chronicallyIll == 1 && members == 2",
                "students > 3 || !memberUninsured && !childOutOfSchool");
        var facts = circumstances.of(HOUSEHOLD, TODAY).facts();
        for (var expression : expressions) {
            var eligibility = Eligibility.of(expression);
            var used = eligibility.used(facts);
            var stored = Stream.concat(FactUsed.of(used, false).stream(), FactUsed.of(used, true).stream())
                    .toList();
            assertThat(eligibility.of(facts)).as(expression).isEqualTo(Verdict.ELIGIBLE);
            assertThat(eligibility.of(FactUsed.values(stored))).as(expression).isEqualTo(Verdict.ELIGIBLE);
            assertThat(stored).as(expression).hasSizeLessThan(facts.size());
        }
    }

    @Test
    void the_facts_are_those_of_the_streams() {
        assertThat(circumstances.of(HOUSEHOLD, TODAY).facts())
                .containsEntry(Fact.LINE_FEN, LINE_FEN)
                .containsEntry(Fact.AGES, List.of(53L, 55L))
                .containsEntry(Fact.DISABLED, 1L)
                .containsEntry(Fact.SERIOUSLY_ILL, 0L)
                .containsEntry(Fact.RISKS, List.of("ILLNESS", "LABOUR_SHORTAGE"))
                .containsEntry(Fact.WATER_PROBLEM, true)
                .hasSize(Fact.values().length);
    }

    @Test
    void a_household_that_never_had_a_case_has_the_line_in_force_and_no_income() {
        cases.clear();
        var facts = new HashMap<>(circumstances.of(HOUSEHOLD, TODAY).facts());
        assertThat(facts)
                .containsEntry(Fact.LINE_FEN, 5L)
                .containsEntry(Fact.MONITORED, false)
                .containsEntry(Fact.CATEGORY, "")
                .containsEntry(Fact.RISKS, List.of())
                .doesNotContainKeys(Fact.INCOME_PER_HEAD_FEN, Fact.SELF_PAID_FEN, Fact.MONTHS_SINCE_DETERMINATION);
    }

    private static MatchProposed proposed(int number, int version, String labour) {
        return new MatchProposed(
                MATCHES,
                HOUSEHOLD,
                VILLAGE,
                number,
                new PolicyUsed(Policies.WORK, version, Proposed.WORK.title(), Proposed.WORK.family()),
                List.of(new FactUsed(Fact.LABOUR, labour)),
                List.of(),
                TODAY);
    }

    private void refused(Object command, String rule, Object... history) {
        matches.given(history).when(command, CLERK.toMeta()).expectNoEvents().expectException(broken(rule));
    }
}
