package cn.shouwang.monitoring.quality.worklist;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.quality.IssueState;
import cn.shouwang.monitoring.quality.QualityEvent;
import cn.shouwang.monitoring.quality.QualityEvent.DataQualityIssueFound;
import cn.shouwang.monitoring.quality.QualityEvent.IssueAssigned;
import cn.shouwang.monitoring.quality.QualityEvent.IssueExplained;
import cn.shouwang.monitoring.quality.QualityEvent.IssueFixed;
import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/// Keeps `quality_issues`, one row per issue: `{_id: <household>:<issue>, household, division,
/// issue, rule, version, edition, member?, key, state, foundOn, office?, dueOn?, closedOn?,
/// reason?, explainedBy?}`.
///
/// Days are ISO text; `reason` is sealed for the issue alone.
@Component
class IssueListProjection implements Projection {

    static final String NAME = "quality_issues";

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
        return List.of(QualityEvent.class);
    }

    @Override
    public List<String> foundBy(String row) {
        return List.of(row.substring(0, row.indexOf(':')));
    }

    @Override
    public List<String> foundByFields() {
        return List.of("household");
    }

    @Override
    public List<Index> indexes() {
        return List.of(
                Index.on("state", "division", "foundOn"),
                Index.on("rule", "division", "foundOn"),
                Index.on("household"),
                Index.on("division", "foundOn"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        if (recorded.event() instanceof QualityEvent event) {
            rows.advance(
                    event.household() + ":" + event.issue(),
                    combine(set("state", IssueState.after(event).name()), change(event, recorded.meta(Meta.ACTOR))));
        }
    }

    private static Bson change(QualityEvent event, String actor) {
        return switch (event) {
            case DataQualityIssueFound found -> found(found);
            case IssueAssigned assigned ->
                combine(
                        set("office", assigned.office()),
                        set("dueOn", assigned.dueOn().toString()));
            case IssueFixed fixed -> set("closedOn", fixed.on().toString());
            case IssueExplained explained ->
                combine(
                        set("closedOn", explained.on().toString()),
                        set("explainedBy", actor),
                        set("reason", SealedText.of(subject(explained), explained.reason())));
        };
    }

    private static Bson found(DataQualityIssueFound found) {
        var finding = found.finding();
        return combine(
                set("household", found.household().toString()),
                set("division", found.division()),
                set("issue", found.issue()),
                set("rule", finding.rule().name()),
                set("version", finding.version()),
                set("edition", found.edition().toString()),
                set("member", finding.member() == null ? null : finding.member().toString()),
                set("key", finding.key()),
                set("foundOn", found.on().toString()));
    }

    private static String subject(IssueExplained explained) {
        return IssueExplained.subject(explained.household().toString(), explained.issue());
    }
}
