package cn.shouwang.monitoring.enrolment.list;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.enrolment.EnrolmentState;
import cn.shouwang.monitoring.enrolment.Left;
import cn.shouwang.monitoring.enrolment.Sample;
import cn.shouwang.platform.test.TestViews;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EnrolmentListProjectionTest {

    private final TestViews rows = new TestViews(new EnrolmentListProjection());

    @Test
    void a_staged_file_counts_its_rows_by_verdict() {
        rows.given(Sample.RECEIVED).again().rebuilt();
        var entry = EnrolmentList.entry(rows.row(Sample.ENROLMENT));
        assertThat(entry.state()).isEqualTo(EnrolmentState.STAGED);
        assertThat(entry.verdicts()).isEqualTo(Map.of("ACCEPTED", 8, "HOUSEHOLD_NO_HEAD", 2));
        assertThat(entry.pieces()).isEqualTo(2);
        assertThat(entry.hasErrors()).isTrue();
    }

    @Test
    void a_registered_one_tells_how_many_and_who_was_left() {
        rows.given(Sample.completed()).again().rebuilt();
        var entry = EnrolmentList.entry(rows.row(Sample.ENROLMENT));
        assertThat(entry.state()).isEqualTo(EnrolmentState.COMPLETED);
        assertThat(entry.done()).isEqualTo(2);
        assertThat(entry.registered()).isEqualTo(2);
        assertThat(entry.persons()).isEqualTo(7);
        assertThat(entry.left()).containsExactly(new Left(9, "enrolment.person-registered"));
    }

    @Test
    void a_discarded_one_tells_why() {
        rows.given(Sample.discarded()).again().rebuilt();
        assertThat(rows.row(Sample.ENROLMENT))
                .containsEntry("state", "DISCARDED")
                .containsEntry("reason", "WRONG_FILE");
    }
}
