package cn.shouwang.monitoring.toolbox.table;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import cn.shouwang.monitoring.toolbox.Toolbox;
import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.projection.Views;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The policies in force, read from the table.
@Component
class PublishedPolicies implements Toolbox {

    /// A county has some dozens of policies, a town fewer, each in some versions.
    private static final int MOST = 5_000;

    private final Lookup policies;

    @Autowired
    PublishedPolicies(Views views) {
        this(views.lookup(PolicyTableProjection.NAME));
    }

    PublishedPolicies(Lookup policies) {
        this.policies = policies;
    }

    /// The latest version begun counts; when it has run out, none does.
    @Override
    public List<InForce> inForce(String village, LocalDate on) {
        var begun = and(in("division", areas(village)), lte("from", on.toString()));
        var latestFirst = orderBy(ascending("policy"), descending("version"));
        var seen = new HashSet<String>();
        return policies.find(begun, latestFirst, MOST).stream()
                .filter(row -> seen.add(row.getString("policy")))
                .filter(row -> !isWithdrawn(row, on))
                .map(PolicyRow::policy)
                .filter(policy -> policy.terms().validity().covers(on))
                .toList();
    }

    private static boolean isWithdrawn(Document row, LocalDate on) {
        var from = PolicyRow.day(row, "withdrawnFrom");
        return from != null && !on.isBefore(from);
    }

    /// The place itself and what it lies in.
    private static List<String> areas(String division) {
        return Stream.of(12, 9, 6)
                .filter(digits -> digits <= division.length())
                .map(digits -> division.substring(0, digits))
                .toList();
    }
}
