package cn.shouwang.monitoring.awareness.coverage;

import static cn.shouwang.monitoring.awareness.AwarenessSamples.DISTRIBUTED;
import static cn.shouwang.monitoring.awareness.AwarenessSamples.HELD;
import static cn.shouwang.monitoring.awareness.AwarenessSamples.PLACE;
import static cn.shouwang.monitoring.awareness.AwarenessSamples.sheets;
import static cn.shouwang.monitoring.identification.Case.DETERMINED;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.awareness.SheetKind;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.test.TestViews;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CoverageProjectionTest {

    private final TestViews views = new TestViews(new CoverageProjection());

    @Test
    void the_application_sheet_is_for_every_registered_household() {
        views.given(registered(1), registered(2), registered(3), DISTRIBUTED)
                .again()
                .rebuilt();

        var sheets = Coverage.sheets(views.row(PLACE.division()), SheetKind.APPLICATION_SHEET);
        assertThat(sheets.households()).isEqualTo(2);
        assertThat(sheets.of()).isEqualTo(3);
        assertThat(sheets.percent()).isEqualByComparingTo("66.6");
    }

    @Test
    void the_policy_sheet_is_for_every_monitored_household() {
        views.given(DETERMINED).again().rebuilt();

        var sheets = Coverage.sheets(views.row(VILLAGE), SheetKind.POLICY_SHEET);
        assertThat(sheets.of()).isEqualTo(1);
        assertThat(sheets.percent()).isEqualByComparingTo("0");
    }

    @Test
    void a_later_count_takes_the_place_of_the_one_before_and_never_exceeds_all() {
        views.given(registered(1), DISTRIBUTED, sheets(PLACE.division(), 5))
                .again()
                .rebuilt();

        var sheets = Coverage.sheets(views.row(PLACE.division()), SheetKind.APPLICATION_SHEET);
        assertThat(sheets.households()).isEqualTo(5);
        assertThat(sheets.percent()).isEqualByComparingTo("100");
    }

    @Test
    void where_a_sheet_is_for_nobody_there_is_no_share() {
        views.given(DISTRIBUTED);

        assertThat(Coverage.sheets(views.row(PLACE.division()), SheetKind.APPLICATION_SHEET)
                        .percent())
                .isNull();
    }

    @Test
    void a_training_is_a_row() {
        var rows = new TestViews(new TrainingListProjection()).given(HELD, DISTRIBUTED);

        assertThat(rows.again().rebuilt().rows())
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("topic", "政策宣传").containsEntry("attendees", 30));
    }

    private static HouseholdRegistered registered(int number) {
        return new HouseholdRegistered(
                new HouseholdId(new UUID(0, number)),
                PLACE.division(),
                BaseType.ORDINARY,
                null,
                null,
                LocalDate.of(2025, 1, 1));
    }
}
