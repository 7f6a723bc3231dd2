package cn.shouwang.monitoring.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.contract.workteam.HouseholdVisited;
import cn.shouwang.monitoring.helper.HelperCommand.RecordVisit;
import cn.shouwang.platform.messaging.Received;
import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.store.Accepted;
import cn.shouwang.platform.test.ContractSamples;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WhenTeamVisitedThenRecordVisitTest {

    private static final Received VISITED = new Received(
            "workteam",
            7,
            HouseholdVisited.TYPE,
            "7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11",
            Instant.EPOCH,
            ContractSamples.sample("workteam/household-visited.v1"));

    @Test
    void a_teams_visit_is_a_visit_here_with_both_times() {
        List<Object> sent = new ArrayList<>();
        react((_, command, _) -> {
            sent.add(command);
            return new Accepted("c", 8, true);
        });
        assertThat(sent).singleElement().isInstanceOfSatisfying(RecordVisit.class, visit -> {
            assertThat(visit.visit()).isEqualTo(VisitId.of("3e1a9a52-5a0e-4c0c-8a35-1f2f6f1c1001"));
            assertThat(visit.call().visitors()).containsExactly("dui07");
            assertThat(visit.call().mode()).isEqualTo(VisitMode.ONSITE);
            assertThat(visit.call().guarantees().waterProblem()).isTrue();
            assertThat(visit.at()).isEqualTo("2025-11-05T02:30:00Z");
            assertThat(visit.on()).isEqualTo(LocalDate.of(2025, 11, 5));
        });
    }

    @Test
    void a_visit_that_was_told_here_before_counts_once_and_other_refusals_stand() {
        react(refusing("helper.visit-known"));
        assertThatThrownBy(() -> react(refusing("helper.date-ahead"))).isInstanceOf(RuleBroken.class);
    }

    private static void react(Reaction reaction) {
        new WhenTeamVisitedThenRecordVisit().react(VISITED, reaction);
    }

    private static Reaction refusing(String rule) {
        return (_, _, _) -> {
            throw new RuleBroken(rule, "told");
        };
    }
}
