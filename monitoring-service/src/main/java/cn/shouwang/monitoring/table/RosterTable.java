package cn.shouwang.monitoring.table;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.household.Nameplate;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bson.Document;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// T1, the roster of all households that are or were monitored, one row each.
///
/// Field names are those of the national export. Amounts are yuan with two decimals, days ISO text, risks
/// in their order; the name of the head is masked.
@Component
class RosterTable {

    private static final int RISKS = 5;

    private static final List<String> HEADER = List.of(
            "乡镇", "行政村", "户编号", "户主姓名", "家庭人口数", "户类型", "监测对象类别", "致贫返贫风险1", "致贫返贫风险2", "致贫返贫风险3", "致贫返贫风险4", "致贫返贫风险5",
            "识别时间", "人均收入（元）", "监测线（元）", "审定文号", "风险是否已消除", "风险消除时间", "风险消除方式");

    private final Listing households;
    private final Divisions divisions;
    private final Gate gate;
    private final MessageSource words;

    RosterTable(Views views, Divisions divisions, Gate gate, MessageSource words) {
        this.households = views.listing("roster");
        this.divisions = divisions;
        this.gate = gate;
        this.words = words;
    }

    void write(Workbook book, String division) {
        var sheet = new Sheet(book.newWorksheet("监测对象名册"), HEADER);
        var within = and(exists("monitoring"), gte("division", division), lt("division", division + ":"));
        households.each(gate.scope(), within, row -> sheet.add(cells(row)));
        sheet.end();
    }

    private List<? extends @Nullable Object> cells(Document row) {
        var village = row.getString("division");
        var nameplate = Nameplate.of(row);
        var monitoring = row.getString("monitoring");
        var cells = new ArrayList<@Nullable Object>(Arrays.asList(
                divisions.name(Divisions.townOf(village)),
                divisions.name(village),
                row.getString("_id"),
                nameplate.head(),
                nameplate.members(),
                word("baseType", row.getString("baseType")),
                word("category", row.getString("category"))));
        cells.addAll(risks(row.getList("risks", String.class)));
        cells.addAll(Arrays.asList(
                row.getString("since"),
                yuan(row.getLong("incomePerHeadFen")),
                yuan(row.getLong("lineFen")),
                row.getString("decisionNo"),
                monitoring.equals("REMOVED") ? "是" : "否",
                row.getString("removedOn"),
                ending(monitoring, row.getString("removalMode"))));
        return cells;
    }

    private List<@Nullable String> risks(List<String> risks) {
        return Stream.concat(
                        risks.stream().map(risk -> word("risk", risk)), Stream.generate(() -> (@Nullable String) null))
                .limit(RISKS)
                .toList();
    }

    private @Nullable String ending(String monitoring, @Nullable String mode) {
        return monitoring.equals("CLOSED") ? "自然减少" : mode == null ? null : word("removal-mode", mode);
    }

    private String word(String kind, String code) {
        return words.getMessage("word." + kind + "." + code, null, Locale.CHINESE);
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }
}
