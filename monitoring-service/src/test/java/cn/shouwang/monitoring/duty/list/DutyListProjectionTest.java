package cn.shouwang.monitoring.duty.list;

import static cn.shouwang.monitoring.duty.DutySamples.ASSIGNED;
import static cn.shouwang.monitoring.duty.DutySamples.CONFIRMED;
import static cn.shouwang.monitoring.duty.DutySamples.DUE;
import static cn.shouwang.monitoring.duty.DutySamples.DUTY;
import static cn.shouwang.monitoring.duty.DutySamples.POSTPONED;
import static cn.shouwang.monitoring.duty.DutySamples.REPORTED;
import static cn.shouwang.monitoring.duty.DutySamples.RETURNED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.duty.DutyEvent;
import cn.shouwang.platform.test.TestViews;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DutyListProjectionTest {

    @Test
    void a_duty_nobody_reported_is_overdue_the_day_after_its_day() {
        assertThat(entry(DUE, ASSIGNED).overdue()).isFalse();
        assertThat(entry(DUE.plusDays(1), ASSIGNED).overdue()).isTrue();
        assertThat(entry(DUE.plusDays(1), ASSIGNED, POSTPONED).overdue()).isFalse();
        assertThat(entry(DUE.plusDays(1), ASSIGNED, REPORTED).overdue()).isFalse();
        assertThat(entry(DUE.plusDays(1), ASSIGNED, REPORTED, RETURNED).overdue())
                .isTrue();
    }

    @Test
    void a_confirmed_duty_tells_by_what_and_by_whom_it_was_reported() {
        var entry = entry(DUE, ASSIGNED, REPORTED, CONFIRMED);

        assertThat(entry.state()).isEqualTo(DutyState.CONFIRMED);
        assertThat(entry.evidence()).isEqualTo(REPORTED.evidence());
        assertThat(entry.reporter()).isEqualTo("zhen01");
        assertThat(entry.confirmedOn()).isEqualTo(CONFIRMED.on());
        assertThat(entry.late()).isFalse();
    }

    @Test
    void a_returned_duty_is_open_again_with_the_reason() {
        var entry = entry(DUE, ASSIGNED, REPORTED, RETURNED);

        assertThat(entry.state()).isEqualTo(DutyState.OPEN);
        assertThat(entry.reason()).isEqualTo("缺少计划");
        assertThat(entry.clause()).isEqualTo("C1");
    }

    private static DutyList.Entry entry(LocalDate today, DutyEvent... history) {
        return DutyList.entry(
                new TestViews(new DutyListProjection())
                        .given(history)
                        .again()
                        .rebuilt()
                        .row(DUTY),
                today);
    }
}
