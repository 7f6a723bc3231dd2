package cn.shouwang.monitoring.assistance;

import static cn.shouwang.monitoring.assistance.Helped.*;
import static cn.shouwang.monitoring.identification.Case.ANNOUNCED;
import static cn.shouwang.monitoring.identification.Case.HEAD;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.VISITED;
import static cn.shouwang.monitoring.identification.Case.WIFE;
import static cn.shouwang.monitoring.identification.Case.november;
import static cn.shouwang.platform.test.Rules.broken;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.assistance.AssistanceCommand.*;
import cn.shouwang.monitoring.assistance.AssistanceEvent.*;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.DecreaseReason;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.HouseholdEvent.HeadNamed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.household.LabourAbility;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.household.Person;
import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.identification.Case;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.Identifications;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AssistanceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 31);
    private static final Actor VILLAGER = new Actor("cun01", Role.VILLAGE_COMMITTEE, VILLAGE, Actor.Channel.WEB);
    private static final Actor TOWN = new Actor("zhen01", Role.TOWN_OFFICE, "440233999", Actor.Channel.WEB);
    private static final Actor CLOCK = Actor.policy("find-lacks", VILLAGE);
    private static final PlanMeasure PLAN_IT = new PlanMeasure(HOUSEHOLD, MEASURE, PLAN, november(13));

    private final List<HouseholdEvent> register = new ArrayList<>(List.of(
            new HouseholdRegistered(HOUSEHOLD, VILLAGE, BaseType.ORDINARY, null, null, november(1)),
            new MemberAdded(HOUSEHOLD, VILLAGE, HEAD, Persons.of(Persons.MAN, Relation.HEAD), november(1)),
            new MemberAdded(HOUSEHOLD, VILLAGE, WIFE, Persons.of(Persons.WOMAN, Relation.SPOUSE), november(1))));
    private List<IdentificationEvent> cases = Case.until(ANNOUNCED);
    private boolean over;

    private final FixtureConfiguration<Assistance> fixture = new AggregateTestFixture<>(Assistance.class)
            .registerInjectableResource(new Register(_ -> register.stream(), _ -> Set.of()))
            .registerInjectableResource(new Identifications(_ -> cases.stream(), (_, _) -> over))
            .registerInjectableResource(new MeasureTerms(List.of(new MeasureTerms.Edition(
                    LocalDate.of(2021, 1, 1),
                    30,
                    6,
                    Map.of(RiskType.ILLNESS, Set.of(Family.HEALTH, Family.SOCIAL)),
                    "a document"))))
            .registerInjectableResource(Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));

    // urgent aid

    @Test
    void help_that_cannot_wait_is_given_before_the_county_has_spoken() {
        cases = Case.until(VISITED);
        given(List.of(), new GrantUrgentAid(HOUSEHOLD, "房屋被山洪冲毁", 200_000, november(3)), TOWN)
                .expectEvents(AID);
    }

    @Test
    void urgent_aid_needs_a_case_that_runs_or_a_household_that_is_monitored() {
        var aid = new GrantUrgentAid(HOUSEHOLD, "房屋被山洪冲毁", 200_000, november(20));
        given(List.of(), aid, TOWN).expectSuccessfulHandlerExecution();
        over = true;
        given(List.of(), aid, TOWN).expectException(broken("assistance.no-case"));
        cases = List.of();
        given(List.of(), aid, TOWN).expectException(broken("assistance.no-case"));
    }

    @Test
    void urgent_aid_is_not_dated_before_the_case() {
        cases = Case.until(VISITED);
        given(List.of(), new GrantUrgentAid(HOUSEHOLD, "x", 1, LocalDate.of(2025, 10, 31)), TOWN)
                .expectException(broken("assistance.date-before"));
    }

    // plan

    @Test
    void a_measure_is_planned_against_a_risk_of_a_monitored_household() {
        given(List.of(), PLAN_IT, VILLAGER).expectEvents(PLANNED);
    }

    @Test
    void nothing_new_is_planned_for_a_household_that_is_not_monitored_any_more() {
        over = true;
        given(List.of(), PLAN_IT, VILLAGER).expectException(broken("assistance.not-monitored"));
        cases = Case.until(VISITED);
        over = false;
        given(List.of(), PLAN_IT, VILLAGER).expectException(broken("assistance.not-monitored"));
    }

    @Test
    void M16_whoever_has_died_gets_no_new_measure() {
        register.add(new MemberDecreased(HOUSEHOLD, VILLAGE, HEAD, DecreaseReason.DEATH, november(12)));
        register.add(new HeadNamed(HOUSEHOLD, VILLAGE, WIFE, november(12)));
        given(List.of(), PLAN_IT, VILLAGER).expectException(broken("assistance.member-deceased"));
    }

    @Test
    void whoever_has_left_or_never_lived_there_gets_none() {
        register.add(new MemberDecreased(HOUSEHOLD, VILLAGE, HEAD, DecreaseReason.MOVED_OUT, november(12)));
        given(List.of(), PLAN_IT, VILLAGER).expectException(broken("assistance.member-gone"));
        var stranger = withMembers(MemberId.of("00000000-0000-4000-8000-0000000000ff"));
        given(List.of(), new PlanMeasure(HOUSEHOLD, MEASURE, stranger, november(13)), VILLAGER)
                .expectException(broken("assistance.unknown-member"));
        given(List.of(), new PlanMeasure(HOUSEHOLD, MEASURE, withMembers(), november(13)), VILLAGER)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void it_meets_a_risk_that_was_found() {
        given(List.of(), plan(Family.HOUSING_SAFETY, RiskType.HOUSING), VILLAGER)
                .expectException(broken("assistance.risk-not-found"));
    }

    @Test
    void a_family_that_does_not_usually_meet_the_risk_needs_a_ground() {
        given(List.of(), plan(Family.INDUSTRY, RiskType.ILLNESS), VILLAGER)
                .expectException(broken("assistance.family-unsuited"));
        var explained = Helped.plan(Family.INDUSTRY, RiskType.ILLNESS, "病愈后可从事种养");
        given(List.of(), new PlanMeasure(HOUSEHOLD, MEASURE, explained, november(13)), VILLAGER)
                .expectSuccessfulHandlerExecution();
        given(List.of(), plan(Family.INDUSTRY, RiskType.LABOUR_SHORTAGE), VILLAGER)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void its_days_follow_the_determination_and_each_other() {
        given(List.of(), new PlanMeasure(HOUSEHOLD, MEASURE, PLAN, november(11)), VILLAGER)
                .expectException(broken("assistance.date-before"));
        given(List.of(), new PlanMeasure(HOUSEHOLD, MEASURE, dated(november(11), null), november(13)), VILLAGER)
                .expectException(broken("assistance.date-before"));
        given(List.of(), new PlanMeasure(HOUSEHOLD, MEASURE, dated(november(14), november(13)), november(13)), VILLAGER)
                .expectException(broken("assistance.end-before-start"));
        given(List.of(), new PlanMeasure(HOUSEHOLD, MEASURE, PLAN, TODAY.plusDays(1)), VILLAGER)
                .expectException(broken("assistance.date-ahead"));
    }

    @Test
    void a_number_is_given_once() {
        given(until(PLANNED), PLAN_IT, VILLAGER).expectException(broken("assistance.measure-known"));
    }

    @Test
    void nobody_plans_for_another_village() {
        var stranger = new Actor("cun09", Role.VILLAGE_COMMITTEE, "440233999998", Actor.Channel.WEB);
        given(List.of(), PLAN_IT, stranger).expectException(OutOfDivision.class);
        given(until(PLANNED), new ApproveMeasure(HOUSEHOLD, MEASURE, november(14)), stranger)
                .expectException(OutOfDivision.class);
    }

    // approval, delivery, end

    @Test
    void the_town_approves_what_somebody_else_planned() {
        given(until(PLANNED), new ApproveMeasure(HOUSEHOLD, MEASURE, november(14)), TOWN)
                .expectEvents(APPROVED);
        given(until(PLANNED), new ApproveMeasure(HOUSEHOLD, MEASURE, november(14)), account("cun01"))
                .expectException(broken("assistance.approver-planned"));
        given(until(APPROVED), new ApproveMeasure(HOUSEHOLD, MEASURE, november(15)), TOWN)
                .expectException(broken("assistance.not-planned"));
    }

    @Test
    void only_what_is_approved_is_delivered() {
        var deliver = new RecordDelivery(HOUSEHOLD, MEASURE, 50_000, "银行回单001", november(15));
        given(until(PLANNED), deliver, VILLAGER).expectException(broken("assistance.not-running"));
        given(until(APPROVED), deliver, VILLAGER).expectEvents(DELIVERED);
        given(until(DELIVERED), deliver, VILLAGER).expectEvents(DELIVERED);
        given(until(COMPLETED), new RecordDelivery(HOUSEHOLD, MEASURE, 1, "x", november(21)), VILLAGER)
                .expectException(broken("assistance.not-running"));
    }

    @Test
    void what_runs_when_monitoring_is_over_may_run_on() {
        over = true;
        given(until(DELIVERED), new RecordDelivery(HOUSEHOLD, MEASURE, 50_000, "银行回单002", november(16)), VILLAGER)
                .expectSuccessfulHandlerExecution();
        given(until(DELIVERED), new EndMeasure(HOUSEHOLD, MEASURE, Ending.COMPLETED, "病情稳定", november(20)), VILLAGER)
                .expectEvents(COMPLETED);
    }

    @Test
    void what_was_never_delivered_is_cancelled_not_completed() {
        given(until(APPROVED), new EndMeasure(HOUSEHOLD, MEASURE, Ending.COMPLETED, "x", november(20)), VILLAGER)
                .expectException(broken("assistance.nothing-delivered"));
        given(until(APPROVED), new EndMeasure(HOUSEHOLD, MEASURE, Ending.CANCELLED, "住户不需要", november(20)), VILLAGER)
                .expectEvents(CANCELLED);
        given(until(APPROVED, CANCELLED), new EndMeasure(HOUSEHOLD, MEASURE, Ending.CANCELLED, "x", november(21)), TOWN)
                .expectException(broken("assistance.ended"));
    }

    @Test
    void a_measure_nobody_planned_is_not_found() {
        given(until(PLANNED), new ApproveMeasure(HOUSEHOLD, OTHER, november(14)), TOWN)
                .expectException(broken("assistance.unknown-measure"));
    }

    @Test
    void no_step_is_dated_before_the_one_before_it() {
        given(until(PLANNED), new ApproveMeasure(HOUSEHOLD, MEASURE, november(12)), TOWN)
                .expectException(broken("assistance.date-before"));
        given(until(APPROVED), new RecordDelivery(HOUSEHOLD, MEASURE, 1, "x", november(13)), VILLAGER)
                .expectException(broken("assistance.date-before"));
    }

    // lacks

    @Test
    void M12_without_any_measure_in_place_after_a_month_the_alarm_is_raised_once() {
        var find = new FindLack(HOUSEHOLD, Lack.ANY_MEASURE, LocalDate.of(2025, 12, 13));
        given(List.of(), find, CLOCK).expectEvents(LACK);
        given(until(APPROVED), find, CLOCK).expectEvents(LACK);
        given(until(APPROVED, LACK), find, CLOCK).expectException(broken("assistance.lack-told"));
        given(until(DELIVERED), find, CLOCK).expectException(broken("assistance.nothing-lacks"));
        given(until(DELIVERED, CANCELLED), find, CLOCK).expectEvents(LACK);
    }

    @Test
    void M12_on_the_last_day_of_the_month_nothing_is_overdue() {
        given(List.of(), new FindLack(HOUSEHOLD, Lack.ANY_MEASURE, LocalDate.of(2025, 12, 12)), CLOCK)
                .expectException(broken("assistance.nothing-lacks"));
    }

    @Test
    void M12_a_household_with_labour_needs_a_developmental_measure_within_half_a_year() {
        var find = new FindLack(HOUSEHOLD, Lack.DEVELOPMENTAL_MEASURE, LocalDate.of(2026, 5, 13));
        given(until(DELIVERED), find, CLOCK)
                .expectEvents(new LackFound(
                        HOUSEHOLD,
                        VILLAGE,
                        1,
                        Lack.DEVELOPMENTAL_MEASURE,
                        LocalDate.of(2026, 5, 12),
                        LocalDate.of(2026, 5, 13)));
        var developmental = new MeasurePlanned(
                HOUSEHOLD,
                VILLAGE,
                1,
                OTHER,
                Helped.plan(Family.EMPLOYMENT, RiskType.LABOUR_SHORTAGE, "x"),
                "cun01",
                november(16));
        var begun = new MeasureDelivered(
                HOUSEHOLD, VILLAGE, 1, OTHER, Family.EMPLOYMENT, RiskType.ILLNESS, 0, "x", november(18));
        given(until(DELIVERED, developmental, begun), find, CLOCK).expectException(broken("assistance.nothing-lacks"));
    }

    @Test
    void M12_a_household_without_labour_needs_no_developmental_measure() {
        register.removeIf(MemberAdded.class::isInstance);
        register.add(new MemberAdded(HOUSEHOLD, VILLAGE, HEAD, unable(), november(1)));
        given(until(DELIVERED), new FindLack(HOUSEHOLD, Lack.DEVELOPMENTAL_MEASURE, LocalDate.of(2026, 5, 13)), CLOCK)
                .expectException(broken("assistance.nothing-lacks"));
    }

    @Test
    void a_household_that_is_not_monitored_lacks_nothing() {
        over = true;
        given(List.of(), new FindLack(HOUSEHOLD, Lack.ANY_MEASURE, LocalDate.of(2025, 12, 13)), CLOCK)
                .expectException(broken("assistance.not-monitored"));
    }

    // what others ask

    @Test
    void a_risk_is_addressed_once_something_was_delivered_and_not_called_off() {
        assertThat(addressed(until(APPROVED))).isEmpty();
        assertThat(addressed(until(DELIVERED))).containsExactly(RiskType.ILLNESS);
        assertThat(addressed(until(COMPLETED))).containsExactly(RiskType.ILLNESS);
        assertThat(addressed(until(DELIVERED, CANCELLED))).isEmpty();
        assertThat(new Measures(_ -> until(DELIVERED).stream()).addressed(HOUSEHOLD, 2))
                .isEmpty();
    }

    private static Set<RiskType> addressed(List<AssistanceEvent> history) {
        return new Measures(_ -> history.stream()).addressed(HOUSEHOLD, 1);
    }

    private static PlanMeasure plan(Family family, RiskType risk) {
        return new PlanMeasure(HOUSEHOLD, MEASURE, Helped.plan(family, risk, null), november(13));
    }

    private static Plan withMembers(MemberId... members) {
        return new Plan(
                List.of(members),
                Family.HEALTH,
                "x",
                RiskType.ILLNESS,
                null,
                null,
                "x",
                november(13),
                null,
                0,
                "次",
                "x");
    }

    private static Plan dated(LocalDate start, @Nullable LocalDate end) {
        return new Plan(List.of(), Family.HEALTH, "x", RiskType.ILLNESS, null, null, "x", start, end, 0, "次", "x");
    }

    private static Person unable() {
        var able = Persons.of(Persons.MAN, Relation.HEAD);
        return new Person(
                able.name(),
                able.document(),
                able.sex(),
                able.born(),
                Relation.HEAD,
                LabourAbility.LOST,
                able.health(),
                false);
    }

    private static Actor account(String id) {
        return new Actor(id, Role.TOWN_OFFICE, "440233999", Actor.Channel.WEB);
    }

    private ResultValidator<Assistance> given(
            List<? extends AssistanceEvent> history, AssistanceCommand step, Actor actor) {
        return fixture.given(history).when(step, actor.toMeta());
    }
}
