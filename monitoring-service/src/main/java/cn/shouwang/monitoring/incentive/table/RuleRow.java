package cn.shouwang.monitoring.incentive.table;

import cn.shouwang.monitoring.incentive.IncentiveRuleId;
import cn.shouwang.monitoring.incentive.IncentiveRules.Published;
import cn.shouwang.monitoring.incentive.IncentiveTerms;
import cn.shouwang.monitoring.incentive.Tier;
import cn.shouwang.monitoring.incentive.Unit;
import java.time.LocalDate;
import java.util.Comparator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// A row of [IncentiveTableProjection], read.
final class RuleRow {

    private RuleRow() {}

    static Published rule(Document row) {
        return new Published(
                IncentiveRuleId.of(row.getString("_id")),
                row.getString("division"),
                row.get("versions", new Document()).entrySet().stream()
                        .sorted(Comparator.comparing(version -> Integer.valueOf(version.getKey())))
                        .map(version -> terms((Document) version.getValue()))
                        .toList(),
                day(row, "withdrawnFrom"));
    }

    private static IncentiveTerms terms(Document row) {
        return new IncentiveTerms(
                row.getString("title"),
                Unit.valueOf(row.getString("unit")),
                row.getLong("per"),
                row.getList("tiers", Document.class).stream()
                        .map(tier -> new Tier(tier.getLong("from"), tier.getLong("rateFen")))
                        .toList(),
                row.getLong("capFen"),
                LocalDate.parse(row.getString("from")),
                day(row, "until"),
                row.getString("source"));
    }

    private static @Nullable LocalDate day(Document row, String field) {
        var text = row.getString(field);
        return text == null ? null : LocalDate.parse(text);
    }
}
