package cn.shouwang.monitoring.toolbox.table;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.toolbox.PolicyEvent;
import cn.shouwang.monitoring.toolbox.PolicyEvent.PolicyPublished;
import cn.shouwang.monitoring.toolbox.PolicyEvent.PolicyRevised;
import cn.shouwang.monitoring.toolbox.PolicyEvent.PolicyWithdrawn;
import cn.shouwang.monitoring.toolbox.PolicyId;
import cn.shouwang.monitoring.toolbox.PolicyTerms;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.time.LocalDate;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps `policies`, one row per version of a policy: `{_id: "policy-<uuid>@1", division, policy,
/// version, title, family, risks, eligibility, amountFen?, unit, standard, documents, window, from, until?,
/// source, reason?, on, withdrawnFrom?}`, days as ISO text.
///
/// `reason` tells why it revises the one before; `withdrawnFrom` is the day from which no version is in
/// force, on each of them.
@Component
class PolicyTableProjection implements Projection {

    static final String NAME = "policies";

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
        return List.of(PolicyEvent.class);
    }

    @Override
    public List<String> foundBy(String row) {
        return List.of(row.substring(0, row.lastIndexOf('@')));
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("division", "from"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        switch (recorded.event()) {
            case PolicyPublished published ->
                rows.advance(row(published, published.version()), version(published, published.terms(), null));
            case PolicyRevised revised ->
                rows.advance(row(revised, revised.version()), version(revised, revised.terms(), revised.reason()));
            case PolicyWithdrawn withdrawn -> withdraw(withdrawn, rows);
            default -> {}
        }
    }

    private static void withdraw(PolicyWithdrawn withdrawn, Rows rows) {
        for (var version = 1; version <= withdrawn.version(); version++) {
            rows.advance(
                    row(withdrawn, version),
                    set("withdrawnFrom", withdrawn.from().toString()));
        }
    }

    private static String row(PolicyEvent event, int version) {
        return row(event.policy(), version);
    }

    static String row(PolicyId policy, int version) {
        return policy + "@" + version;
    }

    private static Bson version(PolicyEvent event, PolicyTerms terms, @Nullable String reason) {
        return combine(
                set("division", event.division()),
                set("policy", event.policy().toString()),
                set("version", event.version()),
                set("title", terms.title()),
                set("family", terms.family().name()),
                set("risks", terms.risks().stream().map(Enum::name).toList()),
                set("eligibility", terms.eligibility()),
                given(terms),
                set("from", terms.validity().from().toString()),
                until(terms.validity().until()),
                set("source", terms.source()),
                reason == null ? combine() : set("reason", reason),
                set("on", event.on().toString()));
    }

    private static Bson given(PolicyTerms terms) {
        var amount = terms.standard().amountFen();
        return combine(
                amount == null ? combine() : set("amountFen", amount),
                set("unit", terms.standard().unit()),
                set("standard", terms.standard().text()),
                set("documents", terms.handling().documents()),
                set("window", terms.handling().window()));
    }

    private static Bson until(@Nullable LocalDate until) {
        return until == null ? combine() : set("until", until.toString());
    }
}
