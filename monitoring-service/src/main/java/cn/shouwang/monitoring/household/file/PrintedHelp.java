package cn.shouwang.monitoring.household.file;

import static cn.shouwang.monitoring.household.file.Told.after;
import static cn.shouwang.monitoring.household.file.Told.joined;
import static cn.shouwang.monitoring.household.file.Told.text;
import static cn.shouwang.monitoring.household.file.Told.yuan;

import cn.shouwang.monitoring.household.file.HouseholdFile.Member;
import cn.shouwang.monitoring.household.file.HouseholdFile.Whole;
import cn.shouwang.monitoring.paper.Paper;
import cn.shouwang.monitoring.paper.Paper.Column;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;

/// Measures, urgent aid, alarms, helpers and visits of a household, each as a table; 无 where there are none.
final class PrintedHelp {

    private static final List<Column> MEASURES = List.of(
            new Column("措施", 17),
            new Column("针对风险", 13),
            new Column("责任单位、政策", 20),
            new Column("起止", 16),
            new Column("计划金额", 12),
            new Column("已兑现", 12),
            new Column("进展", 20));
    private static final List<Column> AID = List.of(new Column("轮次", 10), new Column("日期", 20), new Column("金额", 70));
    private static final List<Column> LACKS =
            List.of(new Column("轮次", 10), new Column("发现日", 20), new Column("应有期限", 20), new Column("缺少", 50));
    private static final List<Column> HELPERS = List.of(
            new Column("姓名", 14),
            new Column("账号", 14),
            new Column("职务", 18),
            new Column("单位", 24),
            new Column("电话", 16),
            new Column("起", 13),
            new Column("止", 13));
    private static final List<Column> VISITS = List.of(
            new Column("走访时间、方式", 18),
            new Column("走访人", 14),
            new Column("见到", 12),
            new Column("所见所记", 44),
            new Column("下次走访", 12));

    private final Paper paper;
    private final Told told;

    PrintedHelp(Paper paper, Told told) {
        this.paper = paper;
        this.told = told;
    }

    void measures(Whole file) {
        paper.heading("四、帮扶措施");
        table(MEASURES, file.measures().stream().map(this::measure).toList());
        if (!file.urgentAid().isEmpty()) {
            paper.heading("先行救助");
            table(AID, file.urgentAid().stream().map(PrintedHelp::aid).toList());
        }
        if (!file.lacks().isEmpty()) {
            paper.heading("帮扶缺失提醒");
            table(LACKS, file.lacks().stream().map(this::lack).toList());
        }
    }

    void helpers(Whole file) {
        paper.heading("五、帮扶责任人");
        table(HELPERS, file.helpers().stream().map(PrintedHelp::helper).toList());
        paper.heading("六、走访记录");
        var names = file.members().stream().collect(Collectors.toMap(Member::member, Member::name));
        table(VISITS, file.visits().stream().map(visit -> visit(visit, names)).toList());
    }

    private void table(List<Column> columns, List<List<String>> rows) {
        if (rows.isEmpty()) {
            paper.text("无", 9);
        } else {
            paper.table(columns, rows);
        }
    }

    private List<String> measure(Document measure) {
        return List.of(
                told.word("family", measure.getString("family")) + "\n第 %s 轮".formatted(text(measure, "cycle")),
                told.word("risk", measure.getString("risk")),
                joined(text(measure, "provider"), text(measure, "policy")),
                text(measure, "start") + after("\n至 ", text(measure, "plannedEnd")),
                yuan(measure, "amountFen"),
                yuan(measure, "deliveredFen"),
                joined(
                        told.word("measure-state", measure.getString("state")),
                        after("计划 ", text(measure, "plannedOn")),
                        after("审批 ", text(measure, "approvedOn")),
                        after("最近 ", text(measure, "lastOn")),
                        after("结束 ", text(measure, "endedOn"))));
    }

    private static List<String> aid(Document aid) {
        return List.of(text(aid, "cycle"), text(aid, "on"), yuan(aid, "amountFen"));
    }

    private List<String> lack(Document lack) {
        return List.of(
                text(lack, "cycle"), text(lack, "on"), text(lack, "dueOn"), told.word("lack", lack.getString("lack")));
    }

    private static List<String> helper(Document helper) {
        return List.of(
                text(helper, "name"),
                text(helper, "account"),
                text(helper, "title"),
                text(helper, "unit"),
                text(helper, "phone"),
                text(helper, "since"),
                text(helper, "until"));
    }

    private List<String> visit(Document visit, Map<String, String> names) {
        var met = visit.getList("met", String.class, List.of()).stream()
                .map(member -> names.getOrDefault(member, member))
                .toList();
        return List.of(
                told.minute(text(visit, "at")) + "\n" + told.word("visit-mode", visit.getString("mode")),
                String.join("\n", visit.getList("visitors", String.class, List.of())),
                String.join("\n", met),
                seen(visit),
                text(visit, "nextOn"));
    }

    private String seen(Document visit) {
        var replaced = text(visit, "correctedBy").isEmpty() ? "" : "（已被更正）";
        var corrects = text(visit, "corrects").isEmpty() ? "" : "（更正前次记录）";
        return replaced
                + corrects
                + joined(
                        Told.wanting(visit),
                        "收入变化 " + yuan(visit, "incomeDeltaFen"),
                        after("变化：", text(visit, "changes")),
                        after("措施：", text(visit, "measures")),
                        after("需求：", text(visit, "needs")),
                        after("签字：", told.word("signature", visit.getString("signed"))),
                        "照片 %s 张".formatted(text(visit, "photos")),
                        after("录入 ", told.minute(text(visit, "recordedAt"))));
    }
}
