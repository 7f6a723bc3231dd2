package cn.shouwang.monitoring.incentive.table;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.monitoring.incentive.IncentiveTerms;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rules of the caller's division and of those within it.
@Component
class IncentiveTable {

    /// A rule with all its versions, the first one first.
    record Entry(
            String rule,
            String division,
            List<IncentiveTerms> versions,
            @Nullable LocalDate withdrawnFrom) {}

    private final Listing rows;
    private final Gate gate;

    IncentiveTable(Views views, Gate gate) {
        this.rows = views.listing(IncentiveTableProjection.NAME);
        this.gate = gate;
    }

    Page<Entry> page(PageQuery page) {
        return rows.page(gate.scope(), empty(), ascending("division", "_id"), page, IncentiveTable::entry);
    }

    static Entry entry(Document row) {
        var rule = RuleRow.rule(row);
        return new Entry(rule.rule().toString(), rule.division(), rule.versions(), rule.withdrawnFrom());
    }
}
