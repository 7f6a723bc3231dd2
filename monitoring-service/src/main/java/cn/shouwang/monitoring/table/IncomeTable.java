package cn.shouwang.monitoring.table;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.springframework.stereotype.Component;

/// T4, income of the households monitored now as last assessed, against the line of their determination, and
/// its distribution by place.
@Component
class IncomeTable implements Table {

    private static final List<String> HEADER =
            List.of("收入起", "收入止", "计算人数", "家庭可支配收入（元）", "人均可支配收入（元）", "合规自付支出（元）", "监测线（元）", "是否高于监测线");

    private final VisitedTable visited;
    private final SummarySheet summary;

    IncomeTable(VisitedTable visited, SummarySheet summary) {
        this.visited = visited;
        this.summary = summary;
    }

    @Override
    public String code() {
        return "T4";
    }

    @Override
    public void write(Workbook book, String division) {
        visited.write(book, "收入明细", HEADER, division, (row, visit) -> {
            if (visit == null) {
                return Collections.nCopies(HEADER.size(), null);
            }
            var perHead = visit.getLong("perHeadFen");
            var line = row.getLong("lineFen");
            return Arrays.asList(
                    visit.getString("incomeFrom"),
                    visit.getString("incomeTo"),
                    visit.getInteger("members"),
                    Words.yuan(visit.getLong("disposableFen")),
                    Words.yuan(perHead),
                    Words.yuan(visit.getLong("selfPaidFen")),
                    Words.yuan(line),
                    Words.yesNo(perHead > line));
        });
        summary.write(book, "收入分布", "KPI08", division);
    }
}
