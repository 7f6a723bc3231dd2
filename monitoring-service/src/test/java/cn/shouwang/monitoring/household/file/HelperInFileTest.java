package cn.shouwang.monitoring.household.file;

import static cn.shouwang.monitoring.helper.Visits.ASSIGNED;
import static cn.shouwang.monitoring.helper.Visits.CORRECTED;
import static cn.shouwang.monitoring.helper.Visits.FIRST;
import static cn.shouwang.monitoring.helper.Visits.REPLACED;
import static cn.shouwang.monitoring.helper.Visits.THIRD;
import static cn.shouwang.monitoring.helper.Visits.VISITED;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.november;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.test.TestViews;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HelperInFileTest {

    private static final HouseholdRegistered REGISTERED =
            new HouseholdRegistered(HOUSEHOLD, VILLAGE, BaseType.ORDINARY, null, null, november(1));

    @Test
    void the_file_tells_who_helped_and_helps_masked() {
        var helpers = file(ASSIGNED, REPLACED).helpers();
        assertThat(helpers).hasSize(2);
        assertThat(helpers.getFirst())
                .containsEntry("account", "bang01")
                .containsEntry("name", "林*扶")
                .containsEntry("phone", "138****0009")
                .containsEntry("until", "2025-11-16");
        assertThat(helpers.getLast()).containsEntry("account", "bang02").doesNotContainKey("until");
    }

    @Test
    void a_visit_keeps_when_it_was_made_and_when_it_was_recorded_and_what_took_its_place() {
        var visits = file(ASSIGNED, VISITED, CORRECTED).visits();
        assertThat(visits.getFirst())
                .containsEntry("visit", FIRST.toString())
                .containsEntry("at", "2025-11-18T09:30:00Z")
                .containsEntry("recordedAt", "2025-03-02T04:00:02Z")
                .containsEntry("correctedBy", THIRD.toString())
                .containsEntry("changes", "水管漏水");
        assertThat(visits.getLast()).containsEntry("corrects", FIRST.toString());
        assertThat(visits.toString()).doesNotContain("25.05", "114.2");
    }

    private static HouseholdFile.Whole file(Placed... history) {
        var rows = new TestViews(new HouseholdFileProjection())
                .given(REGISTERED)
                .given(history)
                .again()
                .rebuilt();
        return HouseholdFile.whole(rows.row(HOUSEHOLD));
    }
}
