package cn.shouwang.monitoring.toolbox.table;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import cn.shouwang.monitoring.assistance.Family;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every version of the policies of the caller's division and of those within it.
@Component
class PolicyTable {

    /// One version of a policy; `reason` tells why it revises the one before, `withdrawnFrom` the day from
    /// which the policy is no more.
    record Entry(
            String policy,
            int version,
            String division,
            String title,
            Family family,
            List<RiskType> risks,
            String eligibility,
            @Nullable BigDecimal amountYuan,
            String unit,
            String standard,
            List<String> documents,
            String window,
            LocalDate from,
            @Nullable LocalDate until,
            String source,
            @Nullable String reason,
            @Nullable LocalDate withdrawnFrom,
            LocalDate on) {}

    private final Listing rows;
    private final Gate gate;

    PolicyTable(Views views, Gate gate) {
        this.rows = views.listing(PolicyTableProjection.NAME);
        this.gate = gate;
    }

    /// Places in order of their codes, policy by policy, the latest version first.
    Page<Entry> page(@Nullable Family family, @Nullable RiskType risk, PageQuery page) {
        var filter = and(
                family == null ? empty() : eq("family", family.name()),
                risk == null ? empty() : eq("risks", risk.name()));
        var order = orderBy(ascending("division", "policy"), descending("version"));
        return rows.page(gate.scope(), filter, order, page, PolicyTable::entry);
    }

    static Entry entry(Document row) {
        var terms = PolicyRow.terms(row);
        var amount = terms.standard().amountFen();
        return new Entry(
                row.getString("policy"),
                row.getInteger("version"),
                row.getString("division"),
                terms.title(),
                terms.family(),
                terms.risks(),
                terms.eligibility(),
                amount == null ? null : BigDecimal.valueOf(amount, 2),
                terms.standard().unit(),
                terms.standard().text(),
                terms.handling().documents(),
                terms.handling().window(),
                terms.validity().from(),
                terms.validity().until(),
                terms.source(),
                row.getString("reason"),
                PolicyRow.day(row, "withdrawnFrom"),
                LocalDate.parse(row.getString("on")));
    }
}
