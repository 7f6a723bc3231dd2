package cn.shouwang.monitoring.assistance.measures;

import static cn.shouwang.monitoring.assistance.Helped.*;
import static cn.shouwang.monitoring.identification.Case.DETERMINED;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureDelivered;
import cn.shouwang.monitoring.assistance.Family;
import cn.shouwang.monitoring.removal.Way;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.test.TestViews;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeasureListProjectionTest {

    @Test
    void a_measure_adds_up_what_was_delivered_however_often_it_is_told() {
        var entry = MeasureList.entry(new TestViews(new MeasureListProjection())
                .given(PLANNED, APPROVED, DELIVERED, again(DELIVERED), COMPLETED)
                .again()
                .rebuilt()
                .row(MEASURE));

        assertThat(entry.state()).isEqualTo(MeasureList.State.COMPLETED);
        assertThat(entry.deliveredFen()).isEqualTo(100_000);
        assertThat(entry.amountFen()).isEqualTo(50_000);
        assertThat(entry.endedOn()).isEqualTo(COMPLETED.on());
    }

    @Test
    void the_list_tells_what_is_planned_and_no_reason_or_result() {
        var row = new TestViews(new MeasureListProjection())
                .given(PLANNED, APPROVED, DELIVERED, COMPLETED)
                .rebuilt()
                .row(MEASURE);

        assertThat(MeasureList.entry(row).subItem()).isEqualTo("大病专项救治");
        assertThat(row.toString()).doesNotContain("银行回单", "病情稳定");
    }

    @Test
    void a_determined_household_lacks_all_until_something_reaches_it() {
        assertThat(open(DETERMINED)).containsExactly("ANY_MEASURE", "DEVELOPMENTAL_MEASURE");
        assertThat(open(DETERMINED, PLANNED, APPROVED)).hasSize(2);
        assertThat(open(DETERMINED, PLANNED, APPROVED, DELIVERED)).containsExactly("DEVELOPMENTAL_MEASURE");
        assertThat(open(DETERMINED, LACK)).containsExactly("DEVELOPMENTAL_MEASURE");
        var developmental = new MeasureDelivered(
                HOUSEHOLD,
                DELIVERED.division(),
                1,
                OTHER,
                Family.PUBLIC_POST,
                DELIVERED.risk(),
                0,
                "x",
                DELIVERED.on());
        assertThat(open(DETERMINED, developmental)).isEmpty();
    }

    @Test
    void it_is_looked_at_only_while_it_is_monitored() {
        assertThat(lacks(DETERMINED).getBoolean("monitored")).isTrue();
        assertThat(lacks(DETERMINED, Way.REMOVED).getBoolean("monitored")).isFalse();
        assertThat(lacks(DETERMINED, Way.REMOVED, Way.REVERTED).getBoolean("monitored"))
                .isTrue();
        assertThat(lacks(DETERMINED, Way.CLOSED).getBoolean("monitored")).isFalse();
    }

    private static MeasureDelivered again(MeasureDelivered delivered) {
        return new MeasureDelivered(
                HOUSEHOLD,
                delivered.division(),
                1,
                MEASURE,
                delivered.family(),
                delivered.risk(),
                delivered.amountFen(),
                "银行回单002",
                delivered.on().plusDays(1));
    }

    private static List<String> open(Placed... history) {
        return lacks(history).getList("open", String.class);
    }

    private static Document lacks(Placed... history) {
        return new TestViews(new LackProjection())
                .given(history)
                .again()
                .rebuilt()
                .row(HOUSEHOLD);
    }
}
