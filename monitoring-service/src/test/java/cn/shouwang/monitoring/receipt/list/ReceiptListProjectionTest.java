package cn.shouwang.monitoring.receipt.list;

import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.receipt.Told.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.receipt.ReceiptKind;
import cn.shouwang.platform.test.TestViews;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReceiptListProjectionTest {

    @Test
    void what_was_received_is_one_row_with_its_number_where_it_was_paid() {
        var rows = new TestViews(new ReceiptListProjection())
                .given(PAID, ENDED, OVERDUE)
                .again()
                .rebuilt();
        var source = PAID.receipt().source().toString();
        var entry = ReceiptList.entry(rows.row(HOUSEHOLD + ":" + source));
        assertThat(entry.source()).isEqualTo(source);
        assertThat(entry.kind()).isEqualTo(ReceiptKind.WAGE);
        assertThat(entry.amountFen()).isEqualTo(312_050);
        assertThat(entry.from()).isEqualTo("2025-10-01");
        assertThat(entry.on()).isEqualTo("2025-11-15");
    }
}
