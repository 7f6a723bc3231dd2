package cn.shouwang.monitoring.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.contract.workteam.HouseholdVisited;
import cn.shouwang.monitoring.contract.workteam.HouseholdVisited.Mode;
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
import tools.jackson.databind.node.ObjectNode;

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

    @Test
    void every_way_a_team_tells_of_is_one_of_ours() {
        assertThat(told("PHONE").call().mode()).isEqualTo(VisitMode.PHONE);
        assertThat(told("VIDEO").call().mode()).isEqualTo(VisitMode.VIDEO);
    }

    @Test
    void a_way_of_tomorrow_can_be_read_and_is_parked() {
        for (var mode : List.of("DRONE", "UNKNOWN", "onsite", "")) {
            assertThat(received(mode).as(HouseholdVisited.class).mode()).isEqualTo(Mode.UNKNOWN);
            assertThatThrownBy(() -> told(mode))
                    .isInstanceOfSatisfying(RuleBroken.class, refusal -> assertThat(refusal.rule())
                            .isEqualTo("helper.unknown-mode"));
        }
    }

    private static RecordVisit told(String mode) {
        List<Object> sent = new ArrayList<>();
        new WhenTeamVisitedThenRecordVisit().react(received(mode), (_, command, _) -> {
            sent.add(command);
            return new Accepted("c", 8, true);
        });
        return (RecordVisit) sent.getFirst();
    }

    private static Received received(String mode) {
        var data = (ObjectNode) ContractSamples.sample("workteam/household-visited.v1");
        return new Received(
                "workteam", 7, HouseholdVisited.TYPE, VISITED.subject(), Instant.EPOCH, data.put("mode", mode));
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
