package cn.shouwang.monitoring.table;

import cn.shouwang.monitoring.division.Division;
import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Places;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.Document;
import org.dhatim.fastexcel.Workbook;
import org.springframework.stereotype.Component;

/// T3, measures by place and family: how many, of how many households, at which state, and what was planned
/// and delivered in money. A second sheet tells which households are helped, a third which risks are met.
///
/// A place and the places directly in it have rows; what is counted in a village is counted in its town.
@Component
class MeasureTable implements Table {

    private static final List<String> HEADER =
            List.of("区划代码", "地区", "措施类别", "开发式", "户数", "措施数", "待审批", "已审批", "实施中", "已完成", "已取消", "计划金额（元）", "已兑现金额（元）");

    private record Cell(String division, String family) implements Comparable<Cell> {

        @Override
        public int compareTo(Cell other) {
            var byPlace = division.compareTo(other.division);
            return byPlace == 0 ? family.compareTo(other.family) : byPlace;
        }
    }

    /// What is summed up for one place and family.
    private static final class Sum {

        private static final List<String> STATES =
                List.of("PLANNED", "APPROVED", "IN_PROGRESS", "COMPLETED", "CANCELLED");

        private final Set<String> households = new HashSet<>();
        private final long[] states = new long[STATES.size()];
        private boolean developmental;
        private long plannedFen;
        private long deliveredFen;

        void add(Document row) {
            households.add(row.getString("household"));
            states[STATES.indexOf(row.getString("state"))]++;
            developmental = row.getBoolean("developmental");
            plannedFen += row.getLong("amountFen");
            deliveredFen += row.getLong("deliveredFen");
        }

        List<Object> cells() {
            return List.of(
                    households.size(),
                    Arrays.stream(states).sum(),
                    states[0],
                    states[1],
                    states[2],
                    states[3],
                    states[4],
                    Words.yuan(plannedFen),
                    Words.yuan(deliveredFen));
        }
    }

    private final Listing measures;
    private final SummarySheet summary;
    private final Divisions divisions;
    private final Words words;
    private final Gate gate;

    MeasureTable(Views views, SummarySheet summary, Divisions divisions, Words words, Gate gate) {
        this.measures = views.listing("measures");
        this.summary = summary;
        this.divisions = divisions;
        this.words = words;
        this.gate = gate;
    }

    @Override
    public String code() {
        return "T3";
    }

    @Override
    public void write(Workbook book, String division) {
        var places = Stream.concat(
                        Stream.of(division),
                        divisions.children(division).stream().map(Division::code))
                .toList();
        var sums = new TreeMap<Cell, Sum>();
        measures.each(gate.scope(), Places.within(division), row -> places.stream()
                .filter(place -> row.getString("division").startsWith(place))
                .forEach(place -> sums.computeIfAbsent(new Cell(place, row.getString("family")), _ -> new Sum())
                        .add(row)));
        var sheet = new Sheet(book.newWorksheet("帮扶措施统计"), HEADER);
        sums.forEach((cell, sum) ->
                sheet.add(Stream.concat(head(cell, sum), sum.cells().stream()).toList()));
        sheet.end();
        summary.write(book, "帮扶覆盖", "KPI05", division);
        summary.write(book, "风险措施匹配", "KPI06", division);
    }

    private Stream<Object> head(Cell cell, Sum sum) {
        return Stream.of(
                cell.division(),
                words.place(cell.division()),
                words.of("family", cell.family()),
                Words.yesNo(sum.developmental));
    }
}
