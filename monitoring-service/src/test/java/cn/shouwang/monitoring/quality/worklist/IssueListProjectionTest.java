package cn.shouwang.monitoring.quality.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.quality.Finding;
import cn.shouwang.monitoring.quality.IssueState;
import cn.shouwang.monitoring.quality.QualityEvent.DataQualityIssueFound;
import cn.shouwang.monitoring.quality.QualityEvent.IssueAssigned;
import cn.shouwang.monitoring.quality.QualityEvent.IssueExplained;
import cn.shouwang.monitoring.quality.QualityEvent.IssueFixed;
import cn.shouwang.monitoring.quality.RuleId;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.test.TestViews;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IssueListProjectionTest {

    private static final HouseholdId HOUSEHOLD = HouseholdId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11");
    private static final MemberId MEMBER = MemberId.of("00000000-0000-4000-8000-000000000001");
    private static final String VILLAGE = "440233999999";
    private static final Actor TOWN = new Actor("zhen01", Role.TOWN_OFFICE, "440233999", Actor.Channel.WEB);
    private static final LocalDate DAY = LocalDate.of(2025, 12, 1);
    private static final DataQualityIssueFound FIRST = found(1, new Finding(RuleId.Q10, 1, MEMBER, "wage", 3));
    private static final DataQualityIssueFound SECOND = found(2, new Finding(RuleId.Q13, 1, null, "house", 3));
    private static final IssueAssigned ASSIGNED =
            new IssueAssigned(HOUSEHOLD, VILLAGE, 1, VILLAGE, DAY.plusDays(7), DAY.plusDays(1));
    private static final IssueFixed FIXED = new IssueFixed(HOUSEHOLD, VILLAGE, 1, DAY.plusDays(4));
    private static final IssueExplained EXPLAINED =
            new IssueExplained(HOUSEHOLD, VILLAGE, 2, 3, "危房已停用，另有住处", DAY.plusDays(3));

    @Test
    void an_issue_is_listed_with_its_rule_and_how_far_it_is() {
        var rows = new TestViews(new IssueListProjection())
                .given(FIRST, SECOND, ASSIGNED)
                .again()
                .rebuilt();

        var first = IssueList.entry(rows.row(HOUSEHOLD + ":1"), "句", DAY.plusDays(8));
        assertThat(first.rule()).isEqualTo(RuleId.Q10);
        assertThat(first.member()).isEqualTo(MEMBER.toString());
        assertThat(first.key()).isEqualTo("wage");
        assertThat(first.state()).isEqualTo(IssueState.ASSIGNED);
        assertThat(first.office()).isEqualTo(VILLAGE);
        assertThat(first.overdue()).isTrue();
        assertThat(IssueList.entry(rows.row(HOUSEHOLD + ":1"), "句", DAY.plusDays(7))
                        .overdue())
                .isFalse();
        var second = IssueList.entry(rows.row(HOUSEHOLD + ":2"), "句", DAY);
        assertThat(second.member()).isNull();
        assertThat(second.state()).isEqualTo(IssueState.OPEN);
    }

    @Test
    void a_closed_issue_says_when_and_why_and_is_never_overdue() {
        var rows = new TestViews(new IssueListProjection())
                .given(FIRST, SECOND, ASSIGNED)
                .given(TOWN, EXPLAINED, FIXED)
                .again()
                .rebuilt();

        var fixed = IssueList.entry(rows.row(HOUSEHOLD + ":1"), "句", DAY.plusDays(30));
        assertThat(fixed.state()).isEqualTo(IssueState.FIXED);
        assertThat(fixed.overdue()).isFalse();
        var explained = IssueList.entry(rows.row(HOUSEHOLD + ":2"), "句", DAY.plusDays(30));
        assertThat(explained.state()).isEqualTo(IssueState.EXPLAINED);
        assertThat(explained.reason()).isEqualTo("危房已停用，另有住处");
        assertThat(explained.explainedBy()).isEqualTo("zhen01");
        assertThat(explained.closedOn()).isEqualTo(DAY.plusDays(3));
    }

    @Test
    void the_words_of_an_explanation_are_forgotten_by_themselves() {
        var rows = new TestViews(new IssueListProjection())
                .given(FIRST, SECOND, EXPLAINED)
                .forget(IssueExplained.subject(HOUSEHOLD.toString(), 2));

        assertThat(IssueList.entry(rows.row(HOUSEHOLD + ":2"), "句", DAY).reason())
                .isEqualTo("已删除");
    }

    @Test
    void KPI23_issues_are_counted_by_rule_and_place_with_the_median_of_the_days_it_took() {
        var rows = List.of(
                row(RuleId.Q10, VILLAGE, IssueState.OPEN, 0),
                row(RuleId.Q10, VILLAGE, IssueState.ASSIGNED, 3),
                row(RuleId.Q10, VILLAGE, IssueState.ASSIGNED, 9),
                row(RuleId.Q10, VILLAGE, IssueState.FIXED, 2),
                row(RuleId.Q10, VILLAGE, IssueState.FIXED, 9),
                row(RuleId.Q10, VILLAGE, IssueState.FIXED, 4),
                row(RuleId.Q13, VILLAGE, IssueState.EXPLAINED, 4),
                row(RuleId.Q13, "440233001001", IssueState.FIXED, 2),
                row(RuleId.Q13, "440233001002", IssueState.FIXED, 5));

        assertThat(Summary.lines(rows::forEach, 9, DAY.plusDays(5)))
                .containsExactly(
                        new Summary.Line(RuleId.Q10, "440233999", 1, 2, 1, 3, 0, 4.0),
                        new Summary.Line(RuleId.Q13, "440233001", 0, 0, 0, 2, 0, 3.5),
                        new Summary.Line(RuleId.Q13, "440233999", 0, 0, 0, 0, 1, null));
        assertThat(Summary.lines(rows::forEach, 12, DAY)).hasSize(4);
    }

    private static Document row(RuleId rule, String village, IssueState state, int days) {
        return new Document("rule", rule.name())
                .append("division", village)
                .append("state", state.name())
                .append("foundOn", DAY.toString())
                .append("dueOn", DAY.plusDays(days).toString())
                .append("closedOn", DAY.plusDays(days).toString());
    }

    private static DataQualityIssueFound found(int issue, Finding finding) {
        return new DataQualityIssueFound(HOUSEHOLD, VILLAGE, issue, finding, LocalDate.of(2021, 1, 1), DAY);
    }
}
