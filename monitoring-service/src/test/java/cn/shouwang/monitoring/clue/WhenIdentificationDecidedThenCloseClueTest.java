package cn.shouwang.monitoring.clue;

import static cn.shouwang.monitoring.identification.Case.CLUE;
import static cn.shouwang.monitoring.identification.Case.DETERMINED;
import static cn.shouwang.monitoring.identification.Case.REJECTED;
import static cn.shouwang.monitoring.identification.Case.REVIEWED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.clue.ClueCommand.CloseClue;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.RejectionReason;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WhenIdentificationDecidedThenCloseClueTest {

    private final WhenIdentificationDecidedThenCloseClue policy = new WhenIdentificationDecidedThenCloseClue();
    private final List<Object> sent = new ArrayList<>();

    @Test
    void the_clue_of_a_monitored_household_ends_as_included() {
        react(DETERMINED, (_, command, _) -> taken(command));
        assertThat(sent)
                .containsExactly(new CloseClue(
                        CLUE, ClueOutcome.INCLUDED, DETERMINED.decision().number(), DETERMINED.on()));
    }

    @Test
    void the_clue_of_a_rejected_household_tells_why() {
        react(REJECTED, (_, command, _) -> taken(command));
        assertThat(sent)
                .containsExactly(new CloseClue(CLUE, ClueOutcome.NOT_ELIGIBLE, REJECTED.explanation(), REJECTED.on()));
    }

    @Test
    void other_steps_end_no_clue() {
        react(REVIEWED, (_, command, _) -> taken(command));
        assertThat(sent).isEmpty();
    }

    @Test
    void a_clue_that_somebody_ended_before_stays_as_it_is() {
        assertThatCode(() -> react(DETERMINED, (_, _, _) -> {
                    throw new RuleBroken("clue.closed", "closed");
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void any_other_refusal_is_not_hidden() {
        assertThatThrownBy(() -> react(DETERMINED, (_, _, _) -> {
                    throw new RuleBroken("clue.date-ahead", "ahead");
                }))
                .isInstanceOf(RuleBroken.class);
    }

    @ParameterizedTest
    @EnumSource(RejectionReason.class)
    void no_rejection_ends_a_clue_as_included(RejectionReason reason) {
        assertThat(WhenIdentificationDecidedThenCloseClue.outcome(reason)).isNotEqualTo(ClueOutcome.INCLUDED);
    }

    private void react(IdentificationEvent event, Reaction reaction) {
        policy.react(new Recorded(7, "s", 0, "id", Instant.EPOCH, event, MetaData.emptyInstance()), reaction);
    }

    private Accepted taken(Object command) {
        sent.add(command);
        return new Accepted("clue", 8, false);
    }
}
