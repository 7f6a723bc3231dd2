package cn.shouwang.monitoring.incentive.table;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.monitoring.incentive.IncentiveRules;
import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.projection.Views;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The rules of a place, read from the table.
@Component
class PublishedRules implements IncentiveRules {

    /// A county has a handful of rules, a town fewer.
    private static final int MOST = 1_000;

    private final Lookup rules;

    @Autowired
    PublishedRules(Views views) {
        this(views.lookup(IncentiveTableProjection.NAME));
    }

    PublishedRules(Lookup rules) {
        this.rules = rules;
    }

    @Override
    public List<Published> of(String village) {
        var areas = Stream.of(9, 6).map(digits -> village.substring(0, digits)).toList();
        return rules.find(in("division", areas), ascending("_id"), MOST).stream()
                .map(RuleRow::rule)
                .toList();
    }
}
