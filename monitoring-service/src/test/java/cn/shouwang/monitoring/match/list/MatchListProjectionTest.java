package cn.shouwang.monitoring.match.list;

import static cn.shouwang.monitoring.match.Proposed.CONFIRMED;
import static cn.shouwang.monitoring.match.Proposed.DECLINED;
import static cn.shouwang.monitoring.match.Proposed.FIRST;
import static cn.shouwang.monitoring.match.Proposed.LAPSED;
import static cn.shouwang.monitoring.match.Proposed.MATCHES;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.match.DeclineReason;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.test.TestViews;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MatchListProjectionTest {

    private static final String ROW = MATCHES + ":1";
    private static final Actor CLERK = new Actor("zhen01", Role.TOWN_OFFICE, "440233999", Actor.Channel.WEB);

    private final TestViews views = new TestViews(new MatchListProjection());

    @Test
    void a_proposal_lists_each_fact_used_with_its_value_and_the_version_of_the_expression() {
        var entry = MatchList.entry(views.given(FIRST).again().rebuilt().row(ROW));

        assertThat(entry.facts())
                .containsEntry("labour", "2")
                .containsEntry("ages", "53,55")
                .hasSize(2);
        assertThat(entry.policy()).isEqualTo(FIRST.policy().policy().toString());
        assertThat(entry.version()).isEqualTo(1);
        assertThat(entry.state()).isEqualTo(MatchState.OPEN);
        assertThat(entry.decidedBy()).isNull();
        assertThat(entry.forgotten()).isFalse();
    }

    @Test
    void a_confirmed_one_tells_by_whom() {
        var entry = MatchList.entry(
                views.given(FIRST).given(CLERK, CONFIRMED).again().rebuilt().row(ROW));

        assertThat(entry.state()).isEqualTo(MatchState.CONFIRMED);
        assertThat(entry.decidedBy()).isEqualTo("zhen01");
        assertThat(entry.decidedOn()).isEqualTo(CONFIRMED.on());
    }

    @Test
    void a_declined_one_tells_why() {
        var entry =
                MatchList.entry(views.given(FIRST, DECLINED).again().rebuilt().row(ROW));

        assertThat(entry.state()).isEqualTo(MatchState.DECLINED);
        assertThat(entry.reason()).isEqualTo(DeclineReason.HOUSEHOLD_DECLINES);
        assertThat(entry.explanation()).isEqualTo("说明年再说");
    }

    @Test
    void one_that_no_longer_holds_has_lapsed() {
        assertThat(MatchList.entry(views.given(FIRST, LAPSED).again().rebuilt().row(ROW))
                        .state())
                .isEqualTo(MatchState.LAPSED);
    }

    @Test
    void what_tells_age_or_health_is_gone_once_it_is_forgotten() {
        var entry = MatchList.entry(views.given(FIRST, DECLINED).forget(ROW).row(ROW));

        assertThat(entry.facts()).containsOnlyKeys("labour");
        assertThat(entry.forgotten()).isTrue();
        assertThat(entry.explanation()).isEqualTo("已删除");
    }
}
