package cn.shouwang.monitoring.todo;

import static cn.shouwang.monitoring.identification.Case.AUTHORIZED;
import static cn.shouwang.monitoring.identification.Case.DETERMINED;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.inquiry.Asked;
import cn.shouwang.platform.test.TestViews;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InquiryStepsTest {

    private final TestViews views = new TestViews(new TodoProjection());

    @Test
    void the_county_asks_enters_the_answer_and_weighs_what_speaks_against_a_household() {
        views.given(AUTHORIZED);
        assertThat(row().getString("step")).isEqualTo("REQUEST_COMPARISON");
        views.given(Asked.REQUESTED);
        assertThat(row().getString("step")).isEqualTo("RETURN_COMPARISON");
        assertThat(row().getString("dueOn")).isEqualTo("2025-11-08");
        views.given(Asked.CAREFUL);
        assertThat(row().getString("step")).isEqualTo("WEIGH_HITS");
        views.given(Asked.WEIGHED).again();
        assertThat(row()).doesNotContainKey("step");
    }

    @Test
    void nothing_is_left_where_nothing_was_found_or_nobody_need_be_asked() {
        views.given(AUTHORIZED, Asked.REQUESTED, Asked.NOTHING);
        assertThat(row()).doesNotContainKey("step");
        views.given(AUTHORIZED, Asked.SPARED);
        assertThat(row()).doesNotContainKey("step");
    }

    @Test
    void a_case_that_was_decided_without_it_leaves_nothing_either() {
        views.given(AUTHORIZED, DETERMINED).again();
        assertThat(row()).doesNotContainKey("step");
    }

    private Document row() {
        return views.row("inquiry-" + HOUSEHOLD);
    }
}
