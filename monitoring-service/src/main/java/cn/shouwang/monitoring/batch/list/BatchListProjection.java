package cn.shouwang.monitoring.batch.list;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.batch.BatchEvent;
import cn.shouwang.monitoring.batch.BatchEvent.BatchAnnounced;
import cn.shouwang.monitoring.batch.BatchEvent.BatchApproved;
import cn.shouwang.monitoring.batch.BatchEvent.BatchCompared;
import cn.shouwang.monitoring.batch.BatchEvent.BatchDiscarded;
import cn.shouwang.monitoring.batch.BatchEvent.DatasetReceived;
import cn.shouwang.monitoring.batch.BatchState;
import cn.shouwang.monitoring.batch.Staged;
import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/// Keeps `batches`, one row per batch: `{_id, division, dataset, department, from, until, ground, basis,
/// push, reference?, account, on, state, file?, rows?, verdicts?: {verdict: count}, errors?: {id, sha256},
/// decidedBy?, decidedOn?, reason?, edition?, matched?, hits?, left?}`.
///
/// Days are ISO text; `account` is the one that announced it; `file` a keyed hash.
@Component
class BatchListProjection implements Projection {

    static final String NAME = "batches";

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
        return List.of(BatchEvent.class);
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("file"), Index.on("dataset", "until"), Index.on("division", "-on"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        if (recorded.event() instanceof BatchEvent event) {
            rows.advance(
                    event.batch().toString(),
                    combine(set("state", BatchState.after(event).name()), change(event, recorded.meta(Meta.ACTOR))));
        }
    }

    static Bson change(BatchEvent event, String actor) {
        return switch (event) {
            case BatchAnnounced announced -> announced(announced, actor);
            case DatasetReceived received -> staged(received.staged());
            case BatchApproved approved -> decided(approved, actor);
            case BatchDiscarded discarded ->
                combine(
                        decided(discarded, actor),
                        set("reason", discarded.reason().name()));
            case BatchCompared compared ->
                combine(
                        set("edition", compared.edition().toString()),
                        set("matched", compared.matched()),
                        set("hits", compared.hits().size()),
                        set("left", compared.left()));
        };
    }

    private static Bson announced(BatchAnnounced announced, String actor) {
        var basis = announced.basis();
        return combine(
                set("division", announced.division()),
                set("dataset", announced.dataset().name()),
                set("department", announced.dataset().department().name()),
                set("from", announced.period().from().toString()),
                set("until", announced.period().until().toString()),
                set("ground", basis.ground()),
                set("basis", basis.text()),
                set("push", basis.push()),
                basis.reference() == null ? combine() : set("reference", basis.reference()),
                set("account", actor),
                set("on", announced.on().toString()));
    }

    private static Bson staged(Staged staged) {
        var verdicts = new Document();
        staged.verdicts().forEach((verdict, count) -> verdicts.append(verdict.name(), count));
        var errors = staged.errors();
        return combine(
                set("file", staged.file()),
                set("rows", staged.rows()),
                set("verdicts", verdicts),
                errors == null
                        ? combine()
                        : set("errors", new Document("id", errors.id()).append("sha256", errors.sha256())));
    }

    private static Bson decided(BatchEvent event, String actor) {
        return combine(set("decidedBy", actor), set("decidedOn", event.on().toString()));
    }
}
