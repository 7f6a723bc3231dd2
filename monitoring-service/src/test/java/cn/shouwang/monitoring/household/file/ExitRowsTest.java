package cn.shouwang.monitoring.household.file;

import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.november;
import static cn.shouwang.monitoring.removal.Way.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.notice.Papers;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.test.TestViews;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExitRowsTest {

    private static final HouseholdRegistered REGISTERED =
            new HouseholdRegistered(HOUSEHOLD, VILLAGE, BaseType.ORDINARY, null, null, november(1));

    @Test
    void a_blocked_removal_tells_every_criterion_until_it_is_visited_again() {
        var blocked = file(REGISTERED, PROPOSED, VISITED, BLOCKED).exits().getFirst();
        assertThat(blocked.checks()).hasSize(9);
        assertThat(blocked.checks())
                .filteredOn(check -> check.getString("outcome").equals("MISSING"))
                .singleElement()
                .satisfies(check -> assertThat(check.getString("criterion")).isEqualTo("NO_NEW_RISK"));
        assertThat(file(REGISTERED, PROPOSED, VISITED, BLOCKED, visited(exit(PER_HEAD), true, may(20)))
                        .exits()
                        .getFirst()
                        .checks())
                .isEmpty();
    }

    @Test
    void a_removal_keeps_notice_objection_decision_and_announcement() {
        var exit = file(
                        REGISTERED,
                        PROPOSED,
                        VISITED,
                        APPRAISED,
                        Papers.HUNG,
                        Papers.OBJECTED,
                        Papers.DISMISSED,
                        Papers.DOWN,
                        REVIEWED,
                        REMOVED,
                        Papers.ANNOUNCED,
                        REVERTED)
                .exits()
                .getFirst();

        assertThat(exit.notice()).containsEntry("from", "2026-05-15").containsEntry("endedOn", "2026-05-20");
        assertThat(exit.objections()).singleElement().satisfies(objection -> assertThat(objection)
                .containsEntry("upheld", false));
        assertThat(exit.decision()).containsEntry("number", "新乡振〔2026〕5号").containsEntry("months", 6);
        assertThat(exit.announcedOn()).isEqualTo(may(26));
        assertThat(exit.revertedOn()).isEqualTo(may(28));
        assertThat(exit.lastStep()).isEqualTo("removal.reverted");
    }

    @Test
    void no_free_text_of_a_removal_is_in_the_file() {
        var told = file(
                        REGISTERED,
                        PROPOSED,
                        VISITED,
                        APPRAISED,
                        Papers.HUNG,
                        Papers.OBJECTED,
                        Papers.UPHELD,
                        RETURNED,
                        REVIEWED,
                        DROPPED,
                        REVERTED)
                .toString();
        assertThat(told).doesNotContain(Papers.TEXT, "仍有困难", "经查属实", "材料不全", "同意消除", "收入不稳", "旧病复发");
    }

    @Test
    void a_household_in_which_nobody_is_left_says_why_and_since_when() {
        assertThat(file(REGISTERED, CLOSED).closed()).containsEntry("ground", "ALL_DIED");
        assertThat(file(REGISTERED, CLOSED).exits()).isEmpty();
    }

    private static HouseholdFile.Whole file(Placed... history) {
        var rows = new TestViews(new HouseholdFileProjection())
                .given(history)
                .again()
                .rebuilt();
        return HouseholdFile.whole(rows.row(HOUSEHOLD));
    }
}
