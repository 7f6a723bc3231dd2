package cn.shouwang.monitoring.slip.sheet;

import static cn.shouwang.monitoring.slip.SlipSamples.AGAIN;
import static cn.shouwang.monitoring.slip.SlipSamples.COMPUTED;
import static cn.shouwang.monitoring.slip.SlipSamples.FROM_EVENT;
import static cn.shouwang.monitoring.slip.SlipSamples.FROM_PAPER;
import static cn.shouwang.monitoring.slip.SlipSamples.REVOKED;
import static cn.shouwang.monitoring.slip.SlipSamples.SLIP;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.platform.test.TestViews;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SlipSheetProjectionTest {

    private final TestViews views = new TestViews(new SlipSheetProjection());

    @Test
    void a_slip_prints_each_line_with_the_event_it_follows_from() {
        var slip = SlipSheet.entry(
                views.given(FROM_PAPER, FROM_EVENT, COMPUTED).again().rebuilt().row(SLIP));

        assertThat(slip.quantities())
                .extracting(SlipSheet.Quantity::source)
                .containsExactly(SLIP + "@0", "employment-4711");
        assertThat(slip.quantities().getFirst().evidence()).isEqualTo("务工证明2025-07");
        assertThat(slip.computations()).singleElement().satisfies(computed -> {
            assertThat(computed.lines()).isEqualTo(COMPUTED.result().lines());
            assertThat(computed.stands()).isTrue();
            assertThat(computed.replaces()).isNull();
        });
        assertThat(slip.totalFen()).isEqualTo(20_000);
    }

    @Test
    void only_the_last_computation_of_a_rule_stands() {
        var slip = SlipSheet.entry(views.given(FROM_PAPER, COMPUTED, REVOKED, AGAIN)
                .again()
                .rebuilt()
                .row(SLIP));

        assertThat(slip.computations()).extracting(SlipSheet.Computed::stands).containsExactly(false, true);
        assertThat(slip.computations()).extracting(SlipSheet.Computed::replaces).containsExactly(null, 1);
        assertThat(slip.quantities().getFirst().reason()).isEqualTo("单位查无此人");
        assertThat(slip.quantities().getFirst().revokedOn()).isEqualTo(REVOKED.on());
        assertThat(slip.totalFen()).isZero();
    }

    @Test
    void what_the_paper_was_is_gone_once_it_is_forgotten_and_the_sums_stay() {
        var slip = SlipSheet.entry(
                views.given(FROM_PAPER, COMPUTED).forget(SLIP + ":1").row(SLIP));

        assertThat(slip.quantities().getFirst().evidence()).isEqualTo("已删除");
        assertThat(slip.totalFen()).isEqualTo(20_000);
    }
}
