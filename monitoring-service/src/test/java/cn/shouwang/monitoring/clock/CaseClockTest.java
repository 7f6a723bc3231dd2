package cn.shouwang.monitoring.clock;

import static cn.shouwang.monitoring.clock.Ticking.RISEN;
import static cn.shouwang.monitoring.clock.Ticking.clocks;
import static cn.shouwang.monitoring.identification.Case.*;
import static cn.shouwang.platform.test.Rules.broken;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.clock.ClockCommand.EscalateCase;
import cn.shouwang.monitoring.clock.ClockEvent.CaseEscalated;
import cn.shouwang.monitoring.clue.ClueLevel;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// November 2025 begins on a Saturday: the 4th is a Tuesday, the 8th and 9th are a weekend.
@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseClockTest {

    private static final Actor POLICY = Actor.policy("escalate-overdue-cases", VILLAGE);

    private final List<IdentificationEvent> history = new ArrayList<>(until(ASSIGNED));
    private final FixtureConfiguration<CaseClock> clock = new AggregateTestFixture<>(CaseClock.class)
            .registerInjectableResource(clocks(history))
            .registerInjectableResource(
                    Clock.fixed(november(28).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));

    // colours

    @Test
    void a_case_is_green_then_orange_the_working_day_before_its_limit_and_red_after_it() {
        assertThat(List.of(november(2), november(3), november(4), november(5)))
                .extracting(this::colour)
                .containsExactly(Colour.GREEN, Colour.ORANGE, Colour.ORANGE, Colour.RED);
    }

    @Test
    void a_step_is_due_in_working_days_from_the_day_it_is_waited_for() {
        steps(VISITED, AUTHORIZED); // Sunday the 2nd: Monday, Tuesday, Wednesday
        assertThat(reading(november(3)).dueOn()).isEqualTo(november(5));
        steps(APPRAISED, PUBLICIZED, ENDED); // Sunday the 9th
        assertThat(reading(november(10)).dueOn()).isEqualTo(november(12));
    }

    @Test
    void a_notice_is_due_to_come_down_only_after_its_days() {
        steps(VISITED, AUTHORIZED, APPRAISED, PUBLICIZED);
        assertThat(reading(november(4)).dueOn()).isEqualTo(november(12));
    }

    @Test
    void the_limit_of_the_whole_case_counts_when_it_is_earlier_and_ends_with_the_decision() {
        steps(VISITED, AUTHORIZED, APPRAISED, PUBLICIZED, ENDED, REVIEWED);
        var before = Reading.on(
                november(10),
                new Turn(CaseStep.DETERMINE, november(14), november(14), null),
                november(1),
                november(16),
                List.of(),
                Ticking.LIMITS.on(november(14)),
                Ticking.CALENDAR);
        assertThat(before.limit()).isEqualTo(november(16));
        steps(DETERMINED);
        assertThat(reading(november(13)).decideBy()).isNull();
        assertThat(reading(november(13)).limit()).isEqualTo(november(17));
    }

    @Test
    void M4_an_open_objection_stops_the_clock_and_its_days_are_added() {
        steps(VISITED, AUTHORIZED, APPRAISED, PUBLICIZED, OBJECTED);
        assertThat(colour(november(20))).isEqualTo(Colour.STOPPED);
        steps(DISMISSED); // from Wednesday the 5th to Friday the 7th: two days, both working days
        assertThat(reading(november(8)).dueOn()).isEqualTo(november(14));
        assertThat(reading(november(8)).decideBy()).isEqualTo(november(18));
    }

    @Test
    void nothing_is_waited_for_after_the_announcement_or_a_rejection() {
        steps(VISITED, REJECTED);
        assertThat(clocks(history).of(HOUSEHOLD, november(28))).isEmpty();
    }

    // rising

    @Test
    void a_case_past_its_limit_rises_from_the_village_to_the_town() {
        escalate(november(5)).expectEvents(RISEN);
    }

    @Test
    void on_its_last_day_or_while_an_objection_is_open_it_stays() {
        escalate(november(4)).expectException(broken("clock.in-time"));
        steps(VISITED, AUTHORIZED, APPRAISED, PUBLICIZED, OBJECTED);
        escalate(november(28)).expectException(broken("clock.in-time"));
    }

    @Test
    void it_rises_to_the_county_when_the_town_let_its_days_pass_and_no_further() {
        given(RISEN, november(7)).expectException(broken("clock.risen-already"));
        var county = new CaseEscalated(
                HOUSEHOLD,
                VILLAGE,
                1,
                CaseStep.VISIT,
                november(1),
                november(4),
                ClueLevel.COUNTY,
                november(11),
                november(8));
        given(RISEN, november(8)).expectEvents(county);
        given(county, november(28)).expectException(broken("clock.at-top"));
    }

    @Test
    void the_next_step_begins_at_its_own_level() {
        steps(VISITED);
        given(RISEN, november(6))
                .expectEvents(new CaseEscalated(
                        HOUSEHOLD,
                        VILLAGE,
                        1,
                        CaseStep.AUTHORIZE,
                        november(2),
                        november(5),
                        ClueLevel.TOWN,
                        november(10),
                        november(6)));
    }

    @Test
    void what_waits_for_the_county_has_nowhere_to_rise() {
        steps(VISITED, AUTHORIZED, APPRAISED, PUBLICIZED, ENDED, REVIEWED);
        escalate(november(28)).expectException(broken("clock.at-top"));
    }

    @Test
    void a_household_without_a_running_case_a_day_ahead_and_another_village_are_refused() {
        escalate(november(29)).expectException(broken("clock.date-ahead"));
        clock.givenNoPriorActivity()
                .when(
                        new EscalateCase(HOUSEHOLD, november(5)),
                        Actor.policy("escalate-overdue-cases", "440233999998").toMeta())
                .expectException(OutOfDivision.class);
        history.clear();
        escalate(november(5)).expectException(broken("clock.nothing-waits"));
    }

    private ResultValidator<CaseClock> escalate(LocalDate on) {
        return clock.givenNoPriorActivity().when(new EscalateCase(HOUSEHOLD, on), POLICY.toMeta());
    }

    private ResultValidator<CaseClock> given(CaseEscalated before, LocalDate on) {
        return clock.given(before).when(new EscalateCase(HOUSEHOLD, on), POLICY.toMeta());
    }

    private void steps(IdentificationEvent... more) {
        history.addAll(List.of(more));
    }

    private Colour colour(LocalDate today) {
        return reading(today).colour();
    }

    private Reading reading(LocalDate today) {
        return clocks(history).of(HOUSEHOLD, today).orElseThrow().reading();
    }
}
