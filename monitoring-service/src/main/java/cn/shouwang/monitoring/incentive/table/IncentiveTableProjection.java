package cn.shouwang.monitoring.incentive.table;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.incentive.IncentiveRuleEvent;
import cn.shouwang.monitoring.incentive.IncentiveRuleEvent.IncentiveRulePublished;
import cn.shouwang.monitoring.incentive.IncentiveRuleEvent.IncentiveRuleRevised;
import cn.shouwang.monitoring.incentive.IncentiveRuleEvent.IncentiveRuleWithdrawn;
import cn.shouwang.monitoring.incentive.IncentiveTerms;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/// Keeps `incentive_rules`, one row per rule: `{_id: "incentive-rule-<uuid>", division, versions: {"1":
/// {title, unit, per, tiers: [{from, rateFen}], capFen, from, until?, source, reason?, on}},
/// withdrawnFrom?}`, days as ISO text.
@Component
class IncentiveTableProjection implements Projection {

    static final String NAME = "incentive_rules";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(IncentiveRuleEvent.class);
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("division", "_id"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        if (recorded.event() instanceof IncentiveRuleEvent event) {
            rows.advance(event.rule().toString(), combine(set("division", event.division()), change(event)));
        }
    }

    private static Bson change(IncentiveRuleEvent event) {
        return switch (event) {
            case IncentiveRulePublished published -> version(event, document(event, published.terms()));
            case IncentiveRuleRevised revised ->
                version(event, document(event, revised.terms()).append("reason", revised.reason()));
            case IncentiveRuleWithdrawn withdrawn ->
                set("withdrawnFrom", withdrawn.from().toString());
        };
    }

    private static Bson version(IncentiveRuleEvent event, Document document) {
        return set("versions." + event.version(), document);
    }

    private static Document document(IncentiveRuleEvent event, IncentiveTerms terms) {
        var document = new Document("title", terms.title())
                .append("unit", terms.unit().name())
                .append("per", terms.per())
                .append(
                        "tiers",
                        terms.tiers().stream()
                                .map(tier -> new Document("from", tier.from()).append("rateFen", tier.rateFen()))
                                .toList())
                .append("capFen", terms.capFen())
                .append("from", terms.from().toString());
        if (terms.until() != null) {
            document.append("until", terms.until().toString());
        }
        return document.append("source", terms.source()).append("on", event.on().toString());
    }
}
