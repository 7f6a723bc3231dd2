package cn.shouwang.monitoring.todo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.quality.Finding;
import cn.shouwang.monitoring.quality.QualityEvent;
import cn.shouwang.monitoring.quality.QualityEvent.DataQualityIssueFound;
import cn.shouwang.monitoring.quality.QualityEvent.IssueAssigned;
import cn.shouwang.monitoring.quality.QualityEvent.IssueExplained;
import cn.shouwang.monitoring.quality.QualityEvent.IssueFixed;
import cn.shouwang.monitoring.quality.RuleId;
import cn.shouwang.platform.test.TestViews;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IssueStepsTest {

    private static final HouseholdId HOUSEHOLD = HouseholdId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11");
    private static final String VILLAGE = "440233999999";
    private static final LocalDate DAY = LocalDate.of(2025, 12, 1);
    private static final DataQualityIssueFound FOUND = new DataQualityIssueFound(
            HOUSEHOLD, VILLAGE, 1, new Finding(RuleId.Q13, 1, null, "house", 3), LocalDate.of(2021, 1, 1), DAY);

    @Test
    void an_assigned_issue_is_work_of_the_office_it_is_assigned_to() {
        var entry = Todo.entry(rows(assigned(VILLAGE)).row("issue-" + HOUSEHOLD + "-1"), DAY.plusDays(8));
        assertThat(entry.kind()).isEqualTo("ISSUE");
        assertThat(entry.subject()).isEqualTo(HOUSEHOLD.toString());
        assertThat(entry.issue()).isEqualTo(1);
        assertThat(entry.step()).isEqualTo(Step.CORRECT_DATA);
        assertThat(entry.overdue()).isTrue();
        assertThat(step(assigned("440233999"))).isEqualTo("CORRECT_DATA_AS_TOWN");
        assertThat(step(assigned("440233"))).isEqualTo("CORRECT_DATA_AS_COUNTY");
    }

    @Test
    void an_issue_that_nobody_was_asked_about_is_in_no_list() {
        assertThat(rows().rows()).isEmpty();
    }

    @Test
    void a_closed_issue_leaves_nothing_to_do() {
        assertThat(step(assigned(VILLAGE), new IssueFixed(HOUSEHOLD, VILLAGE, 1, DAY)))
                .isNull();
        assertThat(step(assigned(VILLAGE), new IssueExplained(HOUSEHOLD, VILLAGE, 1, 3, "已核实", DAY)))
                .isNull();
    }

    private static IssueAssigned assigned(String office) {
        return new IssueAssigned(HOUSEHOLD, VILLAGE, 1, office, DAY.plusDays(7), DAY);
    }

    private static @Nullable String step(QualityEvent... events) {
        return rows(events).row("issue-" + HOUSEHOLD + "-1").getString("step");
    }

    private static TestViews rows(QualityEvent... events) {
        return new TestViews(new TodoProjection())
                .given(FOUND)
                .given(events)
                .again()
                .rebuilt();
    }
}
