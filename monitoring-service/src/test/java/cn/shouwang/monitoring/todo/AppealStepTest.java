package cn.shouwang.monitoring.todo;

import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.appeal.AppealEvent;
import cn.shouwang.monitoring.appeal.Appealed;
import cn.shouwang.platform.test.TestViews;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AppealStepTest {

    private static AppealEvent[] answers() {
        return new AppealEvent[] {Appealed.DISMISSED, Appealed.GRANTED};
    }

    @ParameterizedTest
    @MethodSource("answers")
    void an_appeal_is_work_of_the_town_until_it_is_answered(AppealEvent answer) {
        var views = new TestViews(new TodoProjection()).given(Appealed.FILED);
        var filed = views.row("appeal-" + HOUSEHOLD);
        assertThat(filed.getString("step")).isEqualTo("ANSWER_APPEAL");
        assertThat(filed.getString("dueOn")).isEqualTo("2025-11-27");
        assertThat(filed.getList("roles", String.class)).containsExactly("TOWN_OFFICE", "TOWN_PARTY_SECRETARY");
        views.given(answer).again();
        assertThat(views.row("appeal-" + HOUSEHOLD)).doesNotContainKey("step");
    }
}
