package cn.shouwang.monitoring.alert;

import static cn.shouwang.monitoring.alert.Sample.ALERT;
import static cn.shouwang.monitoring.alert.Sample.CLOSED;
import static cn.shouwang.monitoring.alert.Sample.DISPATCHED;
import static cn.shouwang.monitoring.alert.Sample.RAISED;
import static cn.shouwang.monitoring.alert.Sample.VERIFIED;
import static cn.shouwang.monitoring.batch.Sample.BATCH;
import static cn.shouwang.monitoring.batch.Sample.DAY;
import static cn.shouwang.monitoring.batch.Sample.HIT;
import static cn.shouwang.platform.test.Rules.broken;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.alert.AlertCommand.CloseAlert;
import cn.shouwang.monitoring.alert.AlertCommand.DispatchAlert;
import cn.shouwang.monitoring.alert.AlertCommand.RaiseAlert;
import cn.shouwang.monitoring.alert.AlertCommand.VerifyAlert;
import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.clue.ClueOutcome;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.comparison.Effect;
import cn.shouwang.monitoring.dataset.Dataset;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AlertTest {

    private static final Actor COUNTY = new Actor("bangfu", Role.COUNTY_OFFICER, "440233", Actor.Channel.WEB);
    private static final Actor ELSEWHERE = new Actor("zhen", Role.TOWN_OFFICE, "440233101", Actor.Channel.WEB);
    private static final Actor SYSTEM = Actor.policy("p", HIT.division());
    private static final RaiseAlert RAISE = new RaiseAlert(
            ALERT, BATCH, Dataset.MEDICAL_SETTLEMENT, LocalDate.of(2021, 1, 1), List.of(RiskType.ILLNESS), HIT, DAY);

    private final FixtureConfiguration<Alert> alert = new AggregateTestFixture<>(Alert.class)
            .registerInjectableResource(Clock.fixed(DAY.atStartOfDay().toInstant(UTC), UTC));

    @Test
    void a_hit_is_an_alert_with_the_edition_it_was_found_by() {
        alert.givenNoPriorActivity().when(RAISE, SYSTEM.toMeta()).expectEvents(RAISED);
    }

    @Test
    void the_same_matter_is_one_alert_also_when_it_is_over() {
        alert.given(RAISED).when(RAISE, SYSTEM.toMeta()).expectException(broken("alert.already-raised"));
        alert.given(RAISED, CLOSED).when(RAISE, SYSTEM.toMeta()).expectException(broken("alert.already-raised"));
    }

    @Test
    void another_household_rule_or_span_is_another_matter() {
        assertThat(List.of(
                        ALERT,
                        AlertId.of(HIT.household(), HIT.rule(), "2025-04"),
                        AlertId.of(HIT.household(), "medical-year", HIT.span())))
                .doesNotHaveDuplicates();
        assertThat(ClueId.of(ALERT).value()).isEqualTo(ALERT.value());
    }

    @Test
    void an_alert_is_closed_with_a_reason_or_handed_on_and_only_once() {
        var close = new CloseAlert(ALERT, CloseReason.NO_RISK, DAY);
        var dispatch = new DispatchAlert(ALERT, DAY);
        alert.given(RAISED).when(close, COUNTY.toMeta()).expectEvents(CLOSED);
        alert.given(RAISED).when(dispatch, COUNTY.toMeta()).expectEvents(DISPATCHED);
        alert.given(RAISED, CLOSED).when(dispatch, COUNTY.toMeta()).expectException(broken("alert.not-open"));
        alert.given(RAISED, DISPATCHED).when(close, COUNTY.toMeta()).expectException(broken("alert.not-open"));
    }

    @Test
    void a_negative_check_becomes_no_clue_but_may_be_closed() {
        var remark = Sample.raised(ALERT, Effect.CAREFUL);
        alert.given(remark)
                .when(new DispatchAlert(ALERT, DAY), COUNTY.toMeta())
                .expectException(broken("alert.remark-only"));
        alert.given(remark)
                .when(new CloseAlert(ALERT, CloseReason.CHECKED_HARMLESS, DAY), COUNTY.toMeta())
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void how_its_clue_ended_is_told_once() {
        var verify = new VerifyAlert(ALERT, ClueOutcome.INCLUDED, DAY);
        alert.given(RAISED, DISPATCHED).when(verify, SYSTEM.toMeta()).expectEvents(VERIFIED);
        alert.given(RAISED).when(verify, SYSTEM.toMeta()).expectException(broken("alert.not-dispatched"));
        alert.given(RAISED, DISPATCHED, VERIFIED)
                .when(verify, SYSTEM.toMeta())
                .expectException(broken("alert.not-dispatched"));
    }

    @Test
    void another_town_does_not_reach_it() {
        alert.given(RAISED)
                .when(new CloseAlert(ALERT, CloseReason.NO_RISK, DAY), ELSEWHERE.toMeta())
                .expectException(OutOfDivision.class);
    }

    @Test
    void no_step_is_ahead_of_today_or_before_the_last() {
        alert.given(RAISED)
                .when(new DispatchAlert(ALERT, DAY.plusDays(1)), COUNTY.toMeta())
                .expectException(broken("alert.date-ahead"));
        alert.given(RAISED)
                .when(new DispatchAlert(ALERT, DAY.minusDays(1)), COUNTY.toMeta())
                .expectException(broken("alert.date-before"));
    }
}
