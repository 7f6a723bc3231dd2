package cn.shouwang.monitoring.table;

import org.dhatim.fastexcel.Workbook;
import org.springframework.stereotype.Component;

/// T15, how clues were handled, by place.
@Component
class ClueTable implements Table {

    private final SummarySheet summary;

    ClueTable(SummarySheet summary) {
        this.summary = summary;
    }

    @Override
    public String code() {
        return "T15";
    }

    @Override
    public void write(Workbook book, String division) {
        summary.write(book, "线索办理", "KPI03", division);
    }
}
