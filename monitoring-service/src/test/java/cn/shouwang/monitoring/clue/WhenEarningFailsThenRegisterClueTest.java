package cn.shouwang.monitoring.clue;

import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.receipt.Told.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.clue.ClueCommand.RegisterAlertedClue;
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
class WhenEarningFailsThenRegisterClueTest {

    private final List<Object> sent = new ArrayList<>();
    private boolean watched = true;

    @Test
    void when_the_last_work_in_a_watched_household_ends_it_is_looked_at() {
        deliver(ENDED);
        assertThat(sent)
                .containsExactly(new RegisterAlertedClue(
                        WhenEarningFailsThenRegisterClue.clue(ENDED, ENDED.engagement()),
                        VILLAGE,
                        Risks.of(RiskType.UNSTABLE_WORK),
                        "务工终止，家中已无人就业;户编号 " + HOUSEHOLD,
                        ENDED.on()));
    }

    @Test
    void an_overdue_loan_is_a_clue_too() {
        deliver(OVERDUE);
        assertThat(sent)
                .containsExactly(new RegisterAlertedClue(
                        WhenEarningFailsThenRegisterClue.clue(OVERDUE, LOAN),
                        VILLAGE,
                        Risks.of(RiskType.INDUSTRY_FAILURE),
                        "小额信贷逾期;户编号 " + HOUSEHOLD,
                        OVERDUE.on()));
    }

    @Test
    void while_others_work_or_nobody_watches_nothing_follows() {
        deliver(ended(LOAN, true));
        deliver(PAID);
        watched = false;
        deliver(ENDED);
        deliver(OVERDUE);
        assertThat(sent).isEmpty();
    }

    private void deliver(Object event) {
        var recorded = new Recorded(7, "s", 1, "e", Instant.EPOCH, event, MetaData.emptyInstance());
        new WhenEarningFailsThenRegisterClue(_ -> watched).react(recorded, (_, command, _) -> {
            sent.add(command);
            return new Accepted("c", 8, true);
        });
    }
}
