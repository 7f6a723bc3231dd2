package cn.shouwang.monitoring.match;

import static cn.shouwang.monitoring.identification.Case.ANNOUNCED;
import static cn.shouwang.monitoring.identification.Case.DETERMINED;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.match.MatchCommand.MatchPolicies;
import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.store.Accepted;
import cn.shouwang.platform.store.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WhenHouseholdDeterminedThenMatchTest {

    private final WhenHouseholdDeterminedThenMatch policy = new WhenHouseholdDeterminedThenMatch();
    private final List<Object> sent = new ArrayList<>();

    @Test
    void a_determined_household_is_compared_with_the_toolbox() {
        policy.react(recorded(DETERMINED), (_, command, division) -> {
            sent.add(command);
            assertThat(division).isEqualTo(VILLAGE);
            return new Accepted("id", 1, true);
        });

        assertThat(sent).containsExactly(new MatchPolicies(Proposed.MATCHES));
    }

    @Test
    void other_steps_lead_to_nothing() {
        policy.react(recorded(ANNOUNCED), refusing("none"));

        assertThat(sent).isEmpty();
    }

    @Test
    void that_nothing_suits_is_an_answer_and_no_other_refusal_is() {
        assertThatCode(() -> policy.react(recorded(DETERMINED), refusing("match.nothing-new")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> policy.react(recorded(DETERMINED), refusing("line.not-published")))
                .isInstanceOf(RuleBroken.class);
    }

    private static Reaction refusing(String rule) {
        return (_, _, _) -> {
            throw new RuleBroken(rule, "refused");
        };
    }

    private static Recorded recorded(Object event) {
        return new Recorded(7, "s", 0, "id", Instant.EPOCH, event, MetaData.emptyInstance());
    }
}
