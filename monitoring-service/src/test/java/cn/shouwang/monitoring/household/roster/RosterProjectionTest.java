package cn.shouwang.monitoring.household.roster;

import static cn.shouwang.monitoring.identification.Case.ANNOUNCED;
import static cn.shouwang.monitoring.identification.Case.DETERMINED;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.OPENED;
import static cn.shouwang.monitoring.identification.Case.REJECTED;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.VISITED;
import static cn.shouwang.monitoring.identification.Case.november;
import static cn.shouwang.monitoring.identification.Case.opened;
import static cn.shouwang.monitoring.removal.Way.CLOSED;
import static cn.shouwang.monitoring.removal.Way.REMOVED;
import static cn.shouwang.monitoring.removal.Way.REVERTED;
import static cn.shouwang.monitoring.removal.Way.may;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.Rendered;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeDisputed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdDescribed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.identification.Category;
import cn.shouwang.monitoring.marking.Marks;
import cn.shouwang.monitoring.person.Shown;
import cn.shouwang.monitoring.profile.HouseholdProfile;
import cn.shouwang.monitoring.removal.RemovalMode;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.test.TestViews;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RosterProjectionTest {

    @Test
    void a_determined_household_is_monitored_with_what_it_was_measured_against() {
        assertThat(Rendered.set(RosterProjection.change(DETERMINED)))
                .containsEntry("state", new BsonString("MONITORED"))
                .containsEntry("category", new BsonString("MARGINAL"))
                .containsEntry("since", new BsonString("2025-11-12"))
                .containsEntry("incomePerHeadFen", new BsonInt64(1_161_000))
                .containsEntry("lineFen", new BsonInt64(1_161_000));
    }

    @Test
    void a_case_that_runs_or_was_rejected_puts_nobody_on_the_roster() {
        assertThat(Rendered.set(RosterProjection.change(OPENED)))
                .containsOnlyKeys("state", "openedOn.1")
                .containsEntry("state", new BsonString("IN_CASE"));
        assertThat(Rendered.set(RosterProjection.change(REJECTED))).containsEntry("state", new BsonString("REJECTED"));
        assertThat(Rendered.set(RosterProjection.change(VISITED))).isEmpty();
    }

    @Test
    void the_announcement_is_dated() {
        assertThat(Rendered.set(RosterProjection.change(ANNOUNCED)))
                .containsEntry("announcedOn", new BsonString("2025-11-13"));
    }

    @Test
    void M11_a_removed_household_leaves_the_monitored_and_stays_visible() {
        var removed = roster(DETERMINED, REMOVED);
        assertThat(removed.monitoring()).isEqualTo(Roster.State.REMOVED);
        assertThat(removed.removedOn()).isEqualTo(may(25));
        assertThat(removed.removalMode()).isEqualTo(RemovalMode.BY_ASSISTANCE);
        assertThat(removed.category()).isEqualTo(Category.MARGINAL);
    }

    @Test
    void after_a_reversion_it_is_monitored_as_before() {
        assertThat(roster(DETERMINED, REMOVED, REVERTED)).isEqualTo(roster(DETERMINED));
    }

    @Test
    void a_household_in_which_nobody_is_left_is_closed() {
        assertThat(roster(DETERMINED, CLOSED).monitoring()).isEqualTo(Roster.State.CLOSED);
    }

    @Test
    void a_further_case_that_was_rejected_does_not_hide_the_removal() {
        var again = opened(2, BaseType.ORDINARY, may(27));
        assertThat(roster(DETERMINED, REMOVED, again, REJECTED).monitoring()).isEqualTo(Roster.State.REMOVED);
    }

    @Test
    void the_national_number_is_that_told_last_by_the_register_or_the_marking() {
        var rows = new TestViews(new RosterProjection())
                .given(new HouseholdRegistered(
                        HOUSEHOLD, VILLAGE, BaseType.ORDINARY, null, null, "440233000777", november(1)));
        assertThat(number(rows)).isEqualTo("440233000777");
        rows.given(new HouseholdDescribed(HOUSEHOLD, VILLAGE, HouseholdProfile.numbered("440233000778"), november(2)));
        assertThat(number(rows)).isEqualTo("440233000778");
        rows.given(Marks.MARKED);
        assertThat(number(rows)).isEqualTo(Marks.NUMBER);
        rows.given(Marks.CORRECTED);
        assertThat(number(rows.again().rebuilt())).isEqualTo(Marks.CORRECTED.number());
    }

    @Test
    void a_corrected_base_type_takes_the_place_of_the_registered_one() {
        var corrected = new BaseTypeCorrected(HOUSEHOLD, VILLAGE, BaseType.LIFTED, november(2), november(2));
        var rows = new TestViews(new RosterProjection())
                .given(
                        new HouseholdRegistered(HOUSEHOLD, VILLAGE, BaseType.ORDINARY, null, null, november(1)),
                        new BaseTypeDisputed(HOUSEHOLD, VILLAGE, BaseType.LIFTED, "录错", "名册", november(2)));
        assertThat(Roster.entry(rows.row(HOUSEHOLD)).baseType()).isEqualTo(BaseType.ORDINARY);
        assertThat(Roster.entry(rows.given(corrected).again().rebuilt().row(HOUSEHOLD))
                        .baseType())
                .isEqualTo(BaseType.LIFTED);
    }

    private static String number(TestViews rows) {
        return Shown.WHOLE.in(rows.row(HOUSEHOLD), RosterProjection.NATIONAL_NUMBER);
    }

    private static Roster.Monitored roster(Placed... history) {
        var begun = new ArrayList<Placed>(
                List.of(new HouseholdRegistered(HOUSEHOLD, VILLAGE, BaseType.ORDINARY, null, null, november(1))));
        begun.addAll(List.of(history));
        var rows = new TestViews(new RosterProjection())
                .given(begun.toArray(Placed[]::new))
                .again()
                .rebuilt();
        return Roster.monitored(rows.row(HOUSEHOLD));
    }
}
