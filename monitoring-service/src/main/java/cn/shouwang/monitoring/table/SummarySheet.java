package cn.shouwang.monitoring.table;

import cn.shouwang.monitoring.figure.Counted;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.springframework.stereotype.Component;

/// The figures behind a table, on a sheet of their own: a row for each place and measure.
@Component
class SummarySheet {

    private static final List<String> HEADER = List.of("区划代码", "地区", "指标", "数量", "人数", "口径版本");

    private final Counted counted;

    SummarySheet(Counted counted) {
        this.counted = counted;
    }

    void write(Workbook book, String title, String code, String division) {
        var sheet = new Sheet(book.newWorksheet(title), HEADER);
        counted.lines(code, division)
                .forEach(line -> sheet.add(Arrays.asList(
                        line.division(),
                        line.place(),
                        line.measure(),
                        line.amount(),
                        line.persons(),
                        line.definition())));
        sheet.end();
    }
}
