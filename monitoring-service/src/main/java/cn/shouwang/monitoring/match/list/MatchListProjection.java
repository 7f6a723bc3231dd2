package cn.shouwang.monitoring.match.list;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static java.util.stream.Collectors.joining;

import cn.shouwang.monitoring.match.FactUsed;
import cn.shouwang.monitoring.match.MatchEvent;
import cn.shouwang.monitoring.match.MatchEvent.MatchConfirmed;
import cn.shouwang.monitoring.match.MatchEvent.MatchDeclined;
import cn.shouwang.monitoring.match.MatchEvent.MatchLapsed;
import cn.shouwang.monitoring.match.MatchEvent.MatchProposed;
import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/// Keeps `matches`, one row per proposal: `{_id: "matches-<household>:<proposal>", division, household,
/// proposal, policy, version, title, family, facts: {fact: value}, personalFacts?, proposedOn, state,
/// decidedOn?, decidedBy?, reason?, explanation?}`, days as ISO text.
///
/// `_id` is the subject under whose key `personalFacts` and `explanation` are sealed; the former is
/// lines `fact=value`, absent when the expression spoke of none. `decidedBy` is an account.
@Component
class MatchListProjection implements Projection {

    static final String NAME = "matches";

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
        return List.of(MatchEvent.class);
    }

    @Override
    public List<String> foundBy(String row) {
        return List.of(row.substring(0, row.lastIndexOf(':')));
    }

    @Override
    public List<String> foundByFields() {
        return List.of("household");
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("household", "proposal"), Index.on("state", "division", "proposedOn"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        if (recorded.event() instanceof MatchEvent event) {
            rows.advance(row(event), change(event, recorded.meta(Meta.ACTOR)));
        }
    }

    private static String row(MatchEvent event) {
        return event.matches() + ":" + event.proposal();
    }

    static Bson change(MatchEvent event, String account) {
        return switch (event) {
            case MatchProposed proposed -> proposed(proposed);
            case MatchConfirmed _ -> decided(event, MatchState.CONFIRMED, account);
            case MatchDeclined declined ->
                combine(
                        decided(event, MatchState.DECLINED, account),
                        set("reason", declined.reason().name()),
                        set("explanation", SealedText.of(row(event), declined.explanation())));
            case MatchLapsed _ -> decided(event, MatchState.LAPSED, account);
        };
    }

    private static Bson decided(MatchEvent event, MatchState state, String account) {
        return combine(set("state", state.name()), set("decidedOn", event.on().toString()), set("decidedBy", account));
    }

    private static Bson proposed(MatchProposed proposed) {
        var policy = proposed.policy();
        return combine(
                set("division", proposed.division()),
                set("household", proposed.household().toString()),
                set("proposal", proposed.proposal()),
                set("policy", policy.policy().toString()),
                set("version", policy.version()),
                set("title", policy.title()),
                set("family", policy.family().name()),
                set("facts", facts(proposed.facts())),
                personal(proposed),
                set("proposedOn", proposed.on().toString()),
                set("state", MatchState.OPEN.name()));
    }

    private static Document facts(List<FactUsed> facts) {
        var document = new Document();
        facts.forEach(used -> document.append(used.fact().key(), used.value()));
        return document;
    }

    private static Bson personal(MatchProposed proposed) {
        var text = proposed.personalFacts().stream()
                .map(used -> used.fact().key() + "=" + used.value())
                .collect(joining("\n"));
        return text.isEmpty() ? combine() : set("personalFacts", SealedText.of(row(proposed), text));
    }
}
