package cn.shouwang.monitoring.table;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;

import cn.shouwang.monitoring.household.Nameplate;
import cn.shouwang.monitoring.person.Shown;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Places;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// T1, the roster of all households that are or were monitored, one row each, and their number by place.
///
/// Field names are those of the national export. Amounts are yuan with two decimals, days ISO text,
/// risks in their order; the name of the head and the household's number in the national system are
/// masked.
@Component
class RosterTable implements Table {

    private static final int RISKS = 5;

    private static final List<String> HEADER = List.of(
            "乡镇", "行政村", "户编号", "户主姓名", "家庭人口数", "户类型", "监测对象类别", "致贫返贫风险1", "致贫返贫风险2", "致贫返贫风险3", "致贫返贫风险4", "致贫返贫风险5",
            "识别时间", "人均收入（元）", "监测线（元）", "审定文号", "风险是否已消除", "风险消除时间", "风险消除方式", "国家系统户编号");

    private final Listing households;
    private final SummarySheet summary;
    private final Words words;
    private final Gate gate;

    RosterTable(Views views, SummarySheet summary, Words words, Gate gate) {
        this.households = views.listing("roster");
        this.summary = summary;
        this.words = words;
        this.gate = gate;
    }

    @Override
    public String code() {
        return "T1";
    }

    @Override
    public void write(Workbook book, String division) {
        var sheet = new Sheet(book.newWorksheet("监测对象名册"), HEADER);
        var within = and(exists("monitoring"), Places.within(division));
        households.each(gate.scope(), within, row -> sheet.add(cells(row)));
        sheet.end();
        summary.write(book, "动态汇总", "KPI01", division);
    }

    private List<? extends @Nullable Object> cells(Document row) {
        var village = row.getString("division");
        var nameplate = Nameplate.of(row);
        var monitoring = row.getString("monitoring");
        var cells = new ArrayList<@Nullable Object>(Arrays.asList(
                words.town(village),
                words.place(village),
                row.getString("_id"),
                nameplate.head(),
                nameplate.members(),
                words.of("baseType", row.getString("baseType")),
                words.of("category", row.getString("category"))));
        cells.addAll(risks(row.getList("risks", String.class)));
        cells.addAll(Arrays.asList(
                row.getString("since"),
                Words.yuan(row.getLong("incomePerHeadFen")),
                Words.yuan(row.getLong("lineFen")),
                row.getString("decisionNo"),
                Words.yesNo(monitoring.equals("REMOVED")),
                row.getString("removedOn"),
                ending(monitoring, row.getString("removalMode")),
                Shown.NUMBER.orNull(row, "nationalNumber")));
        return cells;
    }

    private List<@Nullable String> risks(List<String> risks) {
        return Stream.concat(risks.stream().map(risk -> words.of("risk", risk)), Stream.generate(() ->
                        (@Nullable String) null))
                .limit(RISKS)
                .toList();
    }

    private @Nullable String ending(String monitoring, @Nullable String mode) {
        return monitoring.equals("CLOSED") ? "自然减少" : mode == null ? null : words.of("removal-mode", mode);
    }
}
