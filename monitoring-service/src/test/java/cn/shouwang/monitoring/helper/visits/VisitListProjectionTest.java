package cn.shouwang.monitoring.helper.visits;

import static cn.shouwang.monitoring.helper.Visits.*;
import static cn.shouwang.monitoring.identification.Case.DETERMINED;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.november;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.test.TestViews;
import java.time.Instant;
import java.time.LocalDate;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VisitListProjectionTest {

    private static final HouseholdRegistered REGISTERED =
            new HouseholdRegistered(HOUSEHOLD, VILLAGE, BaseType.ORDINARY, null, null, november(1));
    private static final LocalDate DUE = LocalDate.of(2025, 12, 13);

    @Test
    void a_household_with_a_helper_is_to_be_visited_and_overdue_the_day_after() {
        var entry = entry(DUE, REGISTERED, DETERMINED, ASSIGNED);
        assertThat(entry.account()).isEqualTo("bang01");
        assertThat(entry.name()).isEqualTo("林*扶");
        assertThat(entry.visitBy()).isEqualTo(DUE);
        assertThat(entry.lastOn()).isNull();
        assertThat(entry.overdue()).isFalse();
        assertThat(entry(DUE.plusDays(1), REGISTERED, DETERMINED, ASSIGNED).overdue())
                .isTrue();
    }

    @Test
    void a_late_visit_counts_and_moves_no_day_back() {
        var entry = entry(DUE, REGISTERED, DETERMINED, ASSIGNED, VISITED, EARLIER);
        assertThat(entry.visits()).isEqualTo(2);
        assertThat(entry.lastOn()).isEqualTo("2025-11-18");
        assertThat(entry.visitBy()).isEqualTo("2025-12-18");
    }

    @Test
    void a_corrected_visit_counts_once() {
        var entry = entry(DUE, REGISTERED, ASSIGNED, VISITED, CORRECTED);
        assertThat(entry.visits()).isEqualTo(1);
        assertThat(entry.lastOn()).isEqualTo("2025-11-17");
    }

    @Test
    void a_monitored_household_nobody_visits_is_there_all_the_same() {
        var entry = entry(DUE, REGISTERED, DETERMINED);
        assertThat(entry.monitoredSince()).isEqualTo("2025-11-12");
        assertThat(entry.account()).isNull();
        assertThat(entry.visits()).isZero();
    }

    @Test
    void the_base_type_is_the_corrected_one() {
        var corrected = new BaseTypeCorrected(HOUSEHOLD, VILLAGE, BaseType.LIFTED, november(2), november(2));
        var rows = new TestViews(new VisitListProjection()).given(REGISTERED).again();
        assertThat(rows.row(HOUSEHOLD)).containsEntry("baseType", "ORDINARY");
        assertThat(rows.given(corrected).again().rebuilt().row(HOUSEHOLD)).containsEntry("baseType", "LIFTED");
    }

    @Test
    void who_helps_no_longer_is_not_shown() {
        assertThat(entry(DUE, REGISTERED, ASSIGNED, REPLACED).account()).isEqualTo("bang02");
        assertThat(entry(DUE, REGISTERED, ASSIGNED, ENDED).name()).isNull();
    }

    @Test
    void of_a_forgotten_helper_the_list_keeps_the_account() {
        var rows = new TestViews(new VisitListProjection())
                .given(REGISTERED, ASSIGNED)
                .forget("bang01:helper");
        var entry = VisitList.entry(rows.row(HOUSEHOLD), DUE, Instant.MAX);
        assertThat(entry.name()).isEqualTo("已删除");
        assertThat(entry.account()).isEqualTo("bang01");
    }

    @Test
    void a_photo_that_was_named_and_has_not_come_is_missing_once_its_days_are_over() {
        var rows = new TestViews(new VisitListProjection()).given(REGISTERED, VISITED);
        var named = Instant.parse((String) rows.row(HOUSEHOLD)
                .get("awaited", Document.class)
                .get(FIRST.toString(), Document.class)
                .get(NAMED));
        assertThat(VisitList.entry(rows.row(HOUSEHOLD), DUE, named).photosMissing())
                .isZero();
        assertThat(VisitList.entry(rows.row(HOUSEHOLD), DUE, named.plusMillis(1))
                        .photosMissing())
                .isEqualTo(1);
        rows.given(PHOTO_ADDED).again().rebuilt();
        assertThat(VisitList.entry(rows.row(HOUSEHOLD), DUE, Instant.MAX).photosMissing())
                .isZero();
    }

    @Test
    void a_correction_awaits_what_it_names_and_has_not_come_before() {
        assertThat(entry(DUE, REGISTERED, VISITED, CORRECTED).photosMissing()).isEqualTo(1);
        assertThat(entry(DUE, REGISTERED, VISITED, PHOTO_ADDED, CORRECTED, PHOTOS_KEPT)
                        .photosMissing())
                .isZero();
    }

    private static VisitList.Entry entry(LocalDate today, Placed... history) {
        var rows =
                new TestViews(new VisitListProjection()).given(history).again().rebuilt();
        return VisitList.entry(rows.row(HOUSEHOLD), today, Instant.MAX);
    }
}
