package cn.shouwang.monitoring.duty;

import static cn.shouwang.monitoring.duty.DutySamples.ASSIGNED;
import static cn.shouwang.monitoring.duty.DutySamples.CONFIRMED;
import static cn.shouwang.monitoring.duty.DutySamples.DUE;
import static cn.shouwang.monitoring.duty.DutySamples.DUTY;
import static cn.shouwang.monitoring.duty.DutySamples.EDITION;
import static cn.shouwang.monitoring.duty.DutySamples.ISSUED;
import static cn.shouwang.monitoring.duty.DutySamples.POSTPONED;
import static cn.shouwang.monitoring.duty.DutySamples.REPORTED;
import static cn.shouwang.monitoring.duty.DutySamples.RETURNED;
import static cn.shouwang.monitoring.duty.DutySamples.TOWN;
import static cn.shouwang.platform.test.Rules.broken;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.duty.DutyCommand.AssignDuty;
import cn.shouwang.monitoring.duty.DutyCommand.ConfirmDuty;
import cn.shouwang.monitoring.duty.DutyCommand.PostponeDuty;
import cn.shouwang.monitoring.duty.DutyCommand.ReportDuty;
import cn.shouwang.monitoring.duty.DutyCommand.ReturnDuty;
import cn.shouwang.monitoring.duty.DutyEvent.DutyConfirmed;
import cn.shouwang.monitoring.duty.DutyEvent.DutyReported;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DutyTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 5, 6);
    private static final Actor CLERK = new Actor("zhen01", Role.TOWN_OFFICE, TOWN, Actor.Channel.WEB);
    private static final Actor ELSEWHERE = new Actor("zhen02", Role.TOWN_OFFICE, "440233102", Actor.Channel.WEB);
    private static final Actor COUNTY = new Actor("xian01", Role.COUNTY_OFFICER, "440233", Actor.Channel.WEB);

    private final FixtureConfiguration<Duty> duty = new AggregateTestFixture<>(Duty.class)
            .registerInjectableResource(Clock.fixed(TODAY.atStartOfDay().toInstant(UTC), UTC));

    @Test
    void a_duty_is_assigned_with_its_clause_and_its_day() {
        duty.givenNoPriorActivity()
                .when(
                        new AssignDuty(DUTY, ASSIGNED.title(), "C1", DUE, EDITION, ISSUED),
                        Actor.policy("assign", "440233").toMeta())
                .expectEvents(ASSIGNED);
    }

    @Test
    void whom_it_binds_reports_it_with_evidence() {
        duty.given(ASSIGNED)
                .when(new ReportDuty(DUTY, REPORTED.evidence(), REPORTED.on()), CLERK.toMeta())
                .expectEvents(REPORTED);
    }

    @Test
    void another_office_does_not_report_it() {
        duty.given(ASSIGNED)
                .when(new ReportDuty(DUTY, "x", TODAY), COUNTY.toMeta())
                .expectException(broken("duty.not-yours"));
        duty.given(ASSIGNED)
                .when(new ReportDuty(DUTY, "x", TODAY), ELSEWHERE.toMeta())
                .expectException(OutOfDivision.class);
    }

    @Test
    void a_report_waits_for_the_county() {
        refused(CLERK, new ReportDuty(DUTY, "x", TODAY), "duty.already-reported", ASSIGNED, REPORTED);
    }

    @Test
    void the_county_confirms() {
        duty.given(ASSIGNED, REPORTED)
                .when(new ConfirmDuty(DUTY, CONFIRMED.on()), COUNTY.toMeta())
                .expectEvents(CONFIRMED);
    }

    @Test
    void what_was_reported_after_its_day_is_late_unless_it_was_postponed() {
        var late = new DutyReported(DUTY, TOWN, "x", "zhen01", DUE.plusDays(1));
        duty.given(ASSIGNED, late)
                .when(new ConfirmDuty(DUTY, TODAY), COUNTY.toMeta())
                .expectEvents(new DutyConfirmed(DUTY, TOWN, true, TODAY));
        duty.given(ASSIGNED, POSTPONED, late)
                .when(new ConfirmDuty(DUTY, TODAY), COUNTY.toMeta())
                .expectEvents(new DutyConfirmed(DUTY, TOWN, false, TODAY));
    }

    @Test
    void what_the_county_returns_is_reported_again() {
        duty.given(ASSIGNED, REPORTED)
                .when(new ReturnDuty(DUTY, "缺少计划", RETURNED.on()), COUNTY.toMeta())
                .expectEvents(RETURNED);
        duty.given(ASSIGNED, REPORTED, RETURNED)
                .when(new ReportDuty(DUTY, "补充", TODAY), CLERK.toMeta())
                .expectEvents(new DutyReported(DUTY, TOWN, "补充", "zhen01", TODAY));
    }

    @Test
    void who_reported_it_neither_confirms_nor_returns_it() {
        var own = new DutyReported(DUTY, TOWN, "x", "xian01", ISSUED);
        refused(COUNTY, new ConfirmDuty(DUTY, TODAY), "duty.own-report", ASSIGNED, own);
        refused(COUNTY, new ReturnDuty(DUTY, "x", TODAY), "duty.own-report", ASSIGNED, own);
    }

    @Test
    void what_nobody_reported_is_neither_confirmed_nor_returned() {
        refused(COUNTY, new ConfirmDuty(DUTY, TODAY), "duty.not-reported", ASSIGNED);
        refused(COUNTY, new ReturnDuty(DUTY, "x", TODAY), "duty.not-reported", ASSIGNED, REPORTED, RETURNED);
    }

    @Test
    void a_duty_is_postponed_to_a_later_day() {
        duty.given(ASSIGNED)
                .when(new PostponeDuty(DUTY, POSTPONED.dueOn(), "换届", POSTPONED.on()), COUNTY.toMeta())
                .expectEvents(POSTPONED);
        refused(COUNTY, new PostponeDuty(DUTY, DUE, "x", TODAY), "duty.not-later", ASSIGNED);
    }

    @Test
    void a_confirmed_duty_is_done() {
        refused(CLERK, new ReportDuty(DUTY, "x", TODAY), "duty.done", ASSIGNED, REPORTED, CONFIRMED);
        refused(COUNTY, new ReturnDuty(DUTY, "x", TODAY), "duty.done", ASSIGNED, REPORTED, CONFIRMED);
        refused(COUNTY, new PostponeDuty(DUTY, TODAY, "x", TODAY), "duty.done", ASSIGNED, REPORTED, CONFIRMED);
    }

    @Test
    void a_step_is_neither_before_the_last_one_nor_ahead() {
        refused(CLERK, new ReportDuty(DUTY, "x", ISSUED.minusDays(1)), "duty.date-before", ASSIGNED);
        refused(CLERK, new ReportDuty(DUTY, "x", TODAY.plusDays(1)), "duty.date-ahead", ASSIGNED);
    }

    @Test
    void an_id_is_read_back_and_nothing_else_is_an_id() {
        assertThat(DutyId.of(DUTY.toString())).isEqualTo(DUTY);
        assertThat(DutyYearId.of("duties-440233-2025")).isEqualTo(DutySamples.YEAR);
        for (var text : new String[] {"", "duty-2025-440233-NOBODY-x", "duty-25-440233101-TOWN-x"}) {
            assertThatThrownBy(() -> DutyId.of(text)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> DutyYearId.of("duties-2025")).isInstanceOf(IllegalArgumentException.class);
    }

    private void refused(Actor actor, Object command, String rule, Object... history) {
        duty.given(history).when(command, actor.toMeta()).expectNoEvents().expectException(broken(rule));
    }
}
