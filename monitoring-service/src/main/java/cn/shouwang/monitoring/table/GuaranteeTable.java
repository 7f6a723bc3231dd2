package cn.shouwang.monitoring.table;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.springframework.stereotype.Component;

/// T5, the three guarantees and safe water in the households monitored now, as the last visit found them, and
/// how many want which by place. 否 is what must be put right.
@Component
class GuaranteeTable implements Table {

    private static final List<String> HEADER = List.of("核实日期", "义务教育有保障", "基本医疗有保障", "住房安全有保障", "饮水安全有保障");

    private final VisitedTable visited;
    private final SummarySheet summary;

    GuaranteeTable(VisitedTable visited, SummarySheet summary) {
        this.visited = visited;
        this.summary = summary;
    }

    @Override
    public String code() {
        return "T5";
    }

    @Override
    public void write(Workbook book, String division) {
        visited.write(book, "三保障和饮水安全", HEADER, division, (_, visit) -> {
            if (visit == null) {
                return Collections.nCopies(HEADER.size(), null);
            }
            var secure = Stream.of("childOutOfSchool", "memberUninsured", "housingProblem", "waterProblem")
                    .map(problem -> Words.yesNo(!visit.getBoolean(problem)));
            return Stream.concat(Stream.of(visit.getString("on")), secure).toList();
        });
        summary.write(book, "问题汇总", "KPI09", division);
    }
}
