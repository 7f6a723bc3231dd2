package cn.shouwang.monitoring.income.assessment;

import cn.shouwang.monitoring.income.Block;
import cn.shouwang.monitoring.income.Formula;
import cn.shouwang.monitoring.income.Income;
import cn.shouwang.monitoring.income.Income.Net;
import cn.shouwang.monitoring.income.Income.Reference;
import cn.shouwang.monitoring.income.Income.Rule;
import cn.shouwang.monitoring.income.Item;
import cn.shouwang.monitoring.income.Proof;
import cn.shouwang.monitoring.income.Source;
import cn.shouwang.monitoring.income.Standing;
import cn.shouwang.monitoring.income.Window;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// An income in a row: its own components under their own names, days as ISO text, what is absent
/// null.
final class IncomeRow {

    private IncomeRow() {}

    static Document of(Income income) {
        var reference = income.reference();
        var rule = income.rule();
        return new Document("from", income.from().toString())
                .append("to", income.to().toString())
                .append("items", income.items().stream().map(IncomeRow::of).toList())
                .append("members", income.members())
                .append("disposableFen", income.disposableFen())
                .append("perHeadFen", income.perHeadFen())
                .append("netFen", income.net().fen())
                .append("netPerHeadFen", income.net().perHeadFen())
                .append("claimFen", reference == null ? null : reference.claimFen())
                .append("referenceFen", reference == null ? null : reference.fen())
                .append("referencePerHeadFen", reference == null ? null : reference.perHeadFen())
                .append("formula", rule.formula().name())
                .append("window", rule.window() == null ? null : rule.window().name())
                .append("edition", text(rule.edition()))
                .append("table", text(rule.items()));
    }

    static Income income(Document row) {
        return new Income(
                LocalDate.parse(row.getString("from")),
                LocalDate.parse(row.getString("to")),
                row.getList("items", Document.class).stream()
                        .map(IncomeRow::item)
                        .toList(),
                row.getInteger("members"),
                row.getLong("disposableFen"),
                row.getLong("perHeadFen"),
                new Net(row.getLong("netFen"), row.getLong("netPerHeadFen")),
                row.getLong("claimFen") == null
                        ? null
                        : new Reference(
                                row.getLong("claimFen"),
                                row.getLong("referenceFen"),
                                row.getLong("referencePerHeadFen")),
                new Rule(
                        Formula.valueOf(row.getString("formula")),
                        row.getString("window") == null ? null : Window.valueOf(row.getString("window")),
                        day(row, "edition"),
                        day(row, "table")));
    }

    private static Document of(Item item) {
        var proof = item.proof();
        return new Document("block", item.block().name())
                .append("code", item.code())
                .append("amountFen", item.amountFen())
                .append("source", item.source().name())
                .append("from", proof.from().toString())
                .append("to", proof.to().toString())
                .append("evidence", proof.evidence())
                .append("collector", proof.collector())
                .append("on", proof.on().toString())
                .append("standing", item.standing().name());
    }

    private static Item item(Document row) {
        return new Item(
                Block.valueOf(row.getString("block")),
                row.getString("code"),
                row.getLong("amountFen"),
                Source.valueOf(row.getString("source")),
                new Proof(
                        LocalDate.parse(row.getString("from")),
                        LocalDate.parse(row.getString("to")),
                        row.getList("evidence", String.class, List.of()),
                        row.getString("collector"),
                        LocalDate.parse(row.getString("on"))),
                Standing.valueOf(row.getString("standing")));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable LocalDate day(Document row, String field) {
        var text = row.getString(field);
        return text == null ? null : LocalDate.parse(text);
    }
}
