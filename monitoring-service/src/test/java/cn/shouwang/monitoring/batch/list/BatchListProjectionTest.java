package cn.shouwang.monitoring.batch.list;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.batch.Sample;
import cn.shouwang.monitoring.batch.Steps;
import cn.shouwang.platform.test.TestViews;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BatchListProjectionTest {

    private final TestViews rows = new TestViews(new BatchListProjection());

    @Test
    void a_staged_batch_counts_its_rows_by_verdict() {
        rows.given(Steps.staged()).again().rebuilt();
        assertThat(rows.row(Sample.BATCH))
                .containsEntry("state", "STAGED")
                .containsEntry("rows", 10)
                .containsEntry("basis", "民发〔2022〕85号")
                .containsKey("errors");
        assertThat(BatchList.entry(rows.row(Sample.BATCH)).verdicts())
                .isEqualTo(Map.of("ACCEPTED", 8, "ID_CHECK_DIGIT", 2));
    }

    @Test
    void a_compared_batch_tells_how_many_persons_were_on_the_register_and_how_many_hits_there_were() {
        rows.given(Steps.compared()).again().rebuilt();
        var entry = BatchList.entry(rows.row(Sample.BATCH));
        assertThat(entry.matched()).isEqualTo(7);
        assertThat(entry.hits()).isEqualTo(1);
        assertThat(entry.decidedBy()).isEqualTo("system");
    }

    @Test
    void a_discarded_batch_tells_why() {
        rows.given(Steps.discarded()).again().rebuilt();
        assertThat(rows.row(Sample.BATCH)).containsEntry("state", "DISCARDED").containsEntry("reason", "WRONG_FILE");
    }
}
