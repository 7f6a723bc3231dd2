package cn.shouwang.monitoring.toolbox.table;

import cn.shouwang.monitoring.assistance.Family;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.toolbox.PolicyId;
import cn.shouwang.monitoring.toolbox.PolicyTerms;
import cn.shouwang.monitoring.toolbox.PolicyTerms.Handling;
import cn.shouwang.monitoring.toolbox.PolicyTerms.Standard;
import cn.shouwang.monitoring.toolbox.PolicyTerms.Validity;
import cn.shouwang.monitoring.toolbox.Toolbox.InForce;
import java.time.LocalDate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// A row of [PolicyTableProjection], read.
final class PolicyRow {

    private PolicyRow() {}

    static InForce policy(Document row) {
        return new InForce(
                PolicyId.of(row.getString("policy")), row.getInteger("version"), row.getString("division"), terms(row));
    }

    static PolicyTerms terms(Document row) {
        return new PolicyTerms(
                row.getString("title"),
                Family.valueOf(row.getString("family")),
                row.getList("risks", String.class).stream()
                        .map(RiskType::valueOf)
                        .toList(),
                row.getString("eligibility"),
                new Standard(row.getLong("amountFen"), row.getString("unit"), row.getString("standard")),
                new Handling(row.getList("documents", String.class), row.getString("window")),
                new Validity(LocalDate.parse(row.getString("from")), day(row, "until")),
                row.getString("source"));
    }

    static @Nullable LocalDate day(Document row, String field) {
        var text = row.getString(field);
        return text == null ? null : LocalDate.parse(text);
    }
}
