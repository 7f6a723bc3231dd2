package cn.shouwang.monitoring.alert;

import static cn.shouwang.monitoring.alert.Sample.ALERT;
import static cn.shouwang.monitoring.alert.Sample.DISPATCHED;
import static cn.shouwang.monitoring.alert.Sample.RAISED;
import static cn.shouwang.monitoring.batch.Sample.COMPARED;
import static cn.shouwang.monitoring.batch.Sample.DAY;
import static cn.shouwang.monitoring.batch.Sample.HIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.alert.AlertCommand.RaiseAlert;
import cn.shouwang.monitoring.alert.AlertCommand.VerifyAlert;
import cn.shouwang.monitoring.clue.ClueEvent.ClueClosed;
import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.clue.ClueOutcome;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.comparison.AlertRule;
import cn.shouwang.monitoring.comparison.AlertRules;
import cn.shouwang.monitoring.comparison.Effect;
import cn.shouwang.monitoring.comparison.Measure;
import cn.shouwang.monitoring.comparison.Span;
import cn.shouwang.monitoring.comparison.Standing;
import cn.shouwang.monitoring.dataset.Dataset;
import cn.shouwang.platform.policy.Policy;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.store.Accepted;
import cn.shouwang.platform.store.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
public class AlertPoliciesTest {

    private final List<Object> sent = new ArrayList<>();

    /// One edition with one rule.
    public static AlertRules rules() {
        var rule = new AlertRule(
                HIT.rule(),
                "单次住院自付较高",
                Dataset.MEDICAL_SETTLEMENT,
                Measure.AMOUNT,
                Effect.ALERT,
                Span.MONTH,
                List.of("住院"),
                List.of(),
                null,
                Map.of(Standing.LIFTED, 600_000L),
                List.of(RiskType.ILLNESS),
                20,
                "test");
        return new AlertRules(List.of(new AlertRules.Edition(LocalDate.of(2021, 1, 1), List.of(rule))));
    }

    @Test
    void every_hit_is_raised_in_the_village_with_the_risks_of_its_rule() {
        deliver(new WhenBatchComparedThenRaiseAlert(rules()), COMPARED);
        assertThat(sent)
                .containsExactly(new RaiseAlert(
                        ALERT,
                        COMPARED.batch(),
                        COMPARED.dataset(),
                        COMPARED.edition(),
                        List.of(RiskType.ILLNESS),
                        HIT,
                        DAY));
    }

    @Test
    void a_matter_that_is_known_stops_no_other_and_any_other_refusal_is_told() {
        var policy = new WhenBatchComparedThenRaiseAlert(rules());
        policy.react(recorded(COMPARED), (_, _, _) -> {
            throw new RuleBroken("alert.already-raised", "known");
        });
        assertThatThrownBy(() -> policy.react(recorded(COMPARED), (_, _, _) -> {
                    throw new RuleBroken("alert.not-open", "other");
                }))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void the_end_of_its_clue_is_told_to_a_dispatched_alert_only() {
        var closed = new ClueClosed(ClueId.of(ALERT), HIT.division(), ClueOutcome.INCLUDED, "新审01", null, DAY);
        deliver(new WhenClueClosedThenVerifyAlert(new Alerts(_ -> Stream.of(RAISED))), closed);
        deliver(new WhenClueClosedThenVerifyAlert(new Alerts(_ -> Stream.empty())), closed);
        assertThat(sent).isEmpty();
        deliver(new WhenClueClosedThenVerifyAlert(new Alerts(_ -> Stream.of(RAISED, DISPATCHED))), closed);
        assertThat(sent).containsExactly(new VerifyAlert(ALERT, ClueOutcome.INCLUDED, DAY));
    }

    private void deliver(Policy policy, Object event) {
        policy.react(recorded(event), (_, command, division) -> {
            assertThat(division).isEqualTo(HIT.division());
            sent.add(command);
            return new Accepted("c", 8, true);
        });
    }

    private static Recorded recorded(Object event) {
        return new Recorded(7, "s", 1, "e", Instant.EPOCH, event, MetaData.emptyInstance());
    }
}
