package cn.shouwang.monitoring.household.file;

import static cn.shouwang.monitoring.household.file.Told.after;
import static cn.shouwang.monitoring.household.file.Told.day;
import static cn.shouwang.monitoring.household.file.Told.joined;
import static cn.shouwang.monitoring.household.file.Told.text;
import static cn.shouwang.monitoring.household.file.Told.yuan;

import cn.shouwang.monitoring.household.file.HouseholdFile.Case;
import cn.shouwang.monitoring.household.file.HouseholdFile.Exit;
import cn.shouwang.monitoring.paper.Paper.Column;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// A case or a removal as a table of its steps: what was done, on which day, and what came of it. A step
/// that was not taken has no row.
final class PrintedCase {

    static final List<Column> COLUMNS = List.of(new Column("步骤", 14), new Column("日期", 14), new Column("内容", 72));

    private final Told told;
    private final List<List<String>> rows = new ArrayList<>();

    private PrintedCase(Told told) {
        this.told = told;
    }

    static List<List<String>> rows(Case one, Told told) {
        var printed = new PrintedCase(told);
        printed.row("开案", one.openedOn(), joined("办结期限 " + one.decideBy(), after("线索 ", clue(one))));
        printed.visit("入户核查", one.visit());
        if (one.authorizedOn() != null) {
            printed.row("签署授权", one.authorizedOn(), "承诺授权书已签署");
        }
        printed.only("撤回授权", one.authorizationWithdrawnOn());
        printed.appraisal(one.appraisal());
        printed.hung("公示", one.publicity(), one.objections());
        printed.review(one.townReview());
        printed.determined(one.decision());
        printed.compared(one.comparison());
        printed.rejected(one.rejection());
        printed.appealed(one.appeal());
        printed.only("公告结果", one.announcedOn());
        printed.row("最近一步", one.lastOn(), told.step(one.lastStep()));
        return printed.rows;
    }

    static List<List<String>> rows(Exit one, Told told) {
        var printed = new PrintedCase(told);
        printed.row(
                "提出", one.proposedOn(), "第 %d 轮监测，%s".formatted(one.cycle(), told.word("removal-mode", one.mode())));
        printed.visit("入户核查", one.visit());
        printed.checks(one.lastOn(), one.checks());
        printed.appraisal(one.appraisal());
        printed.hung("公示", one.notice(), one.objections());
        printed.review(one.townReview());
        printed.removed(one.decision());
        printed.only("公告结果", one.announcedOn());
        printed.only("停止办理", one.droppedOn());
        printed.only("撤销消除", one.revertedOn());
        printed.row("最近一步", one.lastOn(), told.step(one.lastStep()));
        return printed.rows;
    }

    private void visit(String name, @Nullable Document visit) {
        if (visit == null) {
            return;
        }
        var income = "%s 至 %s 家庭可支配收入 %s，人均 %s（%s 人）"
                .formatted(
                        text(visit, "incomeFrom"),
                        text(visit, "incomeTo"),
                        yuan(visit, "disposableFen"),
                        yuan(visit, "perHeadFen"),
                        text(visit, "members"));
        row(
                name,
                text(visit, "on"),
                joined(
                        "%s 人入户，采集账号 %s".formatted(text(visit, "visitors"), text(visit, "collector")),
                        Told.wanting(visit),
                        income,
                        after("自付支出 ", yuan(visit, "selfPaidFen")),
                        ofExit(visit)));
    }

    private String ofExit(Document visit) {
        return visit.containsKey("stableMonths")
                ? joined(
                        "收入稳定 %s 个月".formatted(text(visit, "stableMonths")),
                        visit.getBoolean("expenseSolved", false) ? "刚性支出已解决" : "刚性支出未解决",
                        after("已消除风险 ", told.words("risk", visit.getList("risksGone", String.class, List.of()))),
                        visit.getBoolean("newRisk", false) ? "有新增风险" : "无新增风险")
                : "";
    }

    private void appraisal(@Nullable Document appraisal) {
        if (appraisal != null) {
            row(
                    "民主评议",
                    text(appraisal, "on"),
                    joined(
                            "到会 %s 人，同意 %s，反对 %s，弃权 %s"
                                    .formatted(
                                            text(appraisal, "attendance"),
                                            text(appraisal, "inFavour"),
                                            text(appraisal, "against"),
                                            text(appraisal, "abstained")),
                            after("拟定类别 ", told.word("category", appraisal.getString("category"))),
                            after("记录 ", text(appraisal, "minutes"))));
        }
    }

    private void hung(String name, @Nullable Document notice, List<Document> objections) {
        if (notice != null) {
            row(
                    name,
                    text(notice, "from"),
                    joined(
                            text(notice, "place"),
                            "至 " + text(notice, "until"),
                            after("结束于 ", text(notice, "endedOn"))));
        }
        objections.forEach(this::objection);
    }

    private void objection(Document objection) {
        var upheld = objection.getBoolean("upheld");
        row(
                "异议 " + text(objection, "number"),
                text(objection, "raisedOn"),
                joined(
                        told.word("objector", objection.getString("by")) + "提出",
                        upheld == null ? "未答复" : upheld ? "属实" : "不属实",
                        after("答复于 ", text(objection, "toldOn"))));
    }

    private void review(@Nullable Document review) {
        if (review != null) {
            var passed = review.getBoolean("passed", false);
            row(
                    "镇级审核",
                    text(review, "on"),
                    joined(passed ? "通过" : "退回", review.getBoolean("sampled", false) ? "已抽查" : ""));
        }
    }

    private void determined(@Nullable Document decision) {
        if (decision != null) {
            row(
                    "县级审定",
                    text(decision, "on"),
                    joined(
                            text(decision, "number"),
                            "纳入监测，" + told.word("category", decision.getString("category")),
                            after("风险 ", told.words("risk", decision.getList("risks", String.class, List.of()))),
                            line(decision),
                            decision.getInteger("lateByDays", 0) > 0
                                    ? "超期 %s 天".formatted(text(decision, "lateByDays"))
                                    : ""));
        }
    }

    private void removed(@Nullable Document decision) {
        if (decision != null) {
            row(
                    "县级审定",
                    text(decision, "on"),
                    joined(
                            text(decision, "number"),
                            "风险消除，" + told.word("removal-mode", decision.getString("mode")),
                            "已监测 %s 个月".formatted(text(decision, "months")),
                            line(decision)));
            checks(LocalDate.parse(text(decision, "on")), decision.getList("checks", Document.class, List.of()));
        }
    }

    private static String line(Document decision) {
        return "人均收入 %s，监测线 %s（%s）"
                .formatted(
                        yuan(decision, "incomePerHeadFen"), yuan(decision, "lineFen"), text(decision, "lineVersion"));
    }

    private void rejected(@Nullable Document rejection) {
        if (rejection != null) {
            row(
                    "不予纳入",
                    text(rejection, "on"),
                    joined(
                            told.word("rejection", rejection.getString("reason")),
                            after("告知期限 ", text(rejection, "tellBy"))));
        }
    }

    private void compared(@Nullable Document comparison) {
        if (comparison == null) {
            return;
        }
        if (comparison.containsKey("paper")) {
            row("信息比对", text(comparison, "sparedOn"), after("已由低保核对，不再比对：", text(comparison, "paper")));
            return;
        }
        row(
                "信息比对",
                text(comparison, "askedOn"),
                joined(after("依据 ", text(comparison, "ground")), after("反馈期限 ", text(comparison, "until"))));
        if (comparison.containsKey("returnedOn")) {
            var hits = comparison.getList("hits", Document.class);
            row(
                    "比对反馈",
                    text(comparison, "returnedOn"),
                    hits.isEmpty()
                            ? "未发现"
                            : hits.stream()
                                    .map(hit -> told.word("dataset", text(hit, "dataset"))
                                            + "："
                                            + told.word("effect", text(hit, "effect")))
                                    .collect(Collectors.joining("\n")));
        }
        if (comparison.containsKey("weighedOn")) {
            row("慎重识别说明", text(comparison, "weighedOn"), text(comparison, "weighing"));
        }
    }

    private void appealed(@Nullable Document appeal) {
        if (appeal != null) {
            row("申诉", text(appeal, "filedOn"), joined(text(appeal, "text"), after("答复期限 ", text(appeal, "answerBy"))));
            if (appeal.containsKey("granted")) {
                row(
                        "申诉答复",
                        text(appeal, "answeredOn"),
                        joined(appeal.getBoolean("granted") ? "支持申诉，重新识别" : "驳回申诉", text(appeal, "explanation")));
            }
        }
    }

    private void checks(LocalDate on, List<Document> checks) {
        if (!checks.isEmpty()) {
            row("逐项核对", on, String.join("\n", checks.stream().map(this::check).toList()));
        }
    }

    private String check(Document check) {
        var criterion = text(check, "criterion");
        return told.word("criterion", criterion)
                + "："
                + told.word("check", text(check, "outcome"))
                + after("，现为 ", figures(criterion, text(check, "found")))
                + after("，要求 ", figures(criterion, text(check, "needed")));
    }

    /// Figures and codes of a check, with what they count.
    private String figures(String criterion, String figures) {
        if (figures.isEmpty()) {
            return "";
        }
        return switch (criterion) {
            case "OBSERVED", "STABLE_INCOME" -> figures + " 个月";
            case "ABOVE_LINE" -> Told.hundredths(Long.parseLong(figures)) + " 元";
            case "GUARANTEES" -> told.words("guarantee", codes(figures)) + "有问题";
            default -> told.words("risk", codes(figures)) + "未解决";
        };
    }

    private static List<String> codes(String figures) {
        return Stream.of(figures.split(",")).toList();
    }

    private static String clue(Case one) {
        var clue = one.clue();
        return clue == null ? "" : clue;
    }

    private void only(String name, @Nullable LocalDate on) {
        if (on != null) {
            row(name, on, "");
        }
    }

    private void row(String name, LocalDate on, String what) {
        row(name, day(on), what);
    }

    private void row(String name, String on, String what) {
        rows.add(List.of(name, on, what));
    }
}
