package cn.shouwang.monitoring.removal;

import static cn.shouwang.monitoring.identification.Case.HEAD;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.removal.Way.may;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.household.DecreaseReason;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.removal.RemovalCommand.RecordNaturalDecrease;
import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.store.Accepted;
import cn.shouwang.platform.store.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WhenHouseholdEmptiedThenEndMonitoringTest {

    private final Exits household = new Exits();
    private final List<Object> sent = new ArrayList<>();

    @Test
    void when_all_have_died_monitoring_is_closed_for_that() {
        household.leave(DecreaseReason.DEATH, DecreaseReason.DEATH);
        react(DecreaseReason.DEATH, this::taken);
        assertThat(sent).containsExactly(new RecordNaturalDecrease(HOUSEHOLD, DecreaseGround.ALL_DIED, may(20)));
    }

    @Test
    void when_one_of_them_moved_it_is_no_extinction() {
        household.leave(DecreaseReason.MOVED_OUT, DecreaseReason.DEATH);
        react(DecreaseReason.MOVED_OUT, this::taken);
        assertThat(sent).containsExactly(new RecordNaturalDecrease(HOUSEHOLD, DecreaseGround.ALL_LEFT, may(20)));
    }

    @Test
    void while_somebody_is_left_nothing_is_asked() {
        react(DecreaseReason.DEATH, this::taken);
        assertThat(sent).isEmpty();
    }

    @Test
    void a_household_that_was_not_monitored_has_nothing_to_end() {
        household.leave(DecreaseReason.DEATH, DecreaseReason.DEATH);
        for (var rule : List.of("removal.not-monitored", "removal.members-left")) {
            assertThatCode(() -> react(DecreaseReason.DEATH, (_, _, _) -> {
                        throw new RuleBroken(rule, "refused");
                    }))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void any_other_refusal_is_not_hidden() {
        household.leave(DecreaseReason.DEATH, DecreaseReason.DEATH);
        assertThatThrownBy(() -> react(DecreaseReason.DEATH, (_, _, _) -> {
                    throw new RuleBroken("removal.date-ahead", "ahead");
                }))
                .isInstanceOf(RuleBroken.class);
    }

    private void react(DecreaseReason reason, Reaction reaction) {
        var register = new Register(_ -> household.register.stream(), _ -> Set.of());
        var left = new MemberDecreased(HOUSEHOLD, VILLAGE, HEAD, reason, may(20));
        new WhenHouseholdEmptiedThenEndMonitoring(register)
                .react(new Recorded(7, "s", 0, "id", Instant.EPOCH, left, MetaData.emptyInstance()), reaction);
    }

    private Accepted taken(String part, Object command, String division) {
        sent.add(command);
        return new Accepted(part + division, 8, false);
    }
}
