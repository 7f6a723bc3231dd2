package cn.shouwang.monitoring.slip.sheet;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.slip.Computation.Line;
import cn.shouwang.monitoring.slip.Computation.Share;
import cn.shouwang.monitoring.slip.SlipEvent;
import cn.shouwang.monitoring.slip.SlipEvent.IncentiveComputed;
import cn.shouwang.monitoring.slip.SlipEvent.QuantityRevoked;
import cn.shouwang.monitoring.slip.SlipEvent.QuantityVerified;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/// Keeps `slips`, one row per household and year: `{_id: "incentive-<household>-<year>", division,
/// household, year, quantities: {"1": {unit, amount, source, evidence, on, revokedOn?, reason?}},
/// computations: {"1": {replaces?, rule, title, lines: [{quantity, source, on, amount, version, shares:
/// [{from, amount, rateFen, per}], amountFen, cutFen}], totalFen, on}}}`, days as ISO text.
///
/// `evidence` and `reason` are sealed under `<slip>:<quantity>`.
@Component
class SlipSheetProjection implements Projection {

    static final String NAME = "slips";

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
        return List.of(SlipEvent.class);
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("household", "year"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        if (recorded.event() instanceof SlipEvent event) {
            rows.advance(
                    event.slip().toString(),
                    combine(
                            set("division", event.division()),
                            set("household", event.household().toString()),
                            set("year", event.slip().year()),
                            change(event)));
        }
    }

    private static Bson change(SlipEvent event) {
        return switch (event) {
            case QuantityVerified verified ->
                set(
                        "quantities." + verified.quantity(),
                        new Document("unit", verified.unit().name())
                                .append("amount", verified.amount())
                                .append("source", verified.source())
                                .append("evidence", sealed(event, verified.quantity(), verified.evidence()))
                                .append("on", verified.on().toString()));
            case QuantityRevoked revoked ->
                combine(
                        set(
                                "quantities." + revoked.quantity() + ".revokedOn",
                                revoked.on().toString()),
                        set(
                                "quantities." + revoked.quantity() + ".reason",
                                sealed(event, revoked.quantity(), revoked.reason())));
            case IncentiveComputed computed -> set("computations." + computed.computation(), document(computed));
        };
    }

    private static SealedText sealed(SlipEvent event, int quantity, String text) {
        return SealedText.of(event.slip() + ":" + quantity, text);
    }

    private static Document document(IncentiveComputed computed) {
        var result = computed.result();
        var document = new Document();
        if (computed.replaces() != null) {
            document.append("replaces", computed.replaces());
        }
        return document.append("rule", result.rule().toString())
                .append("title", result.title())
                .append(
                        "lines",
                        result.lines().stream().map(SlipSheetProjection::line).toList())
                .append("totalFen", result.totalFen())
                .append("on", computed.on().toString());
    }

    private static Document line(Line line) {
        return new Document("quantity", line.quantity())
                .append("source", line.source())
                .append("on", line.on().toString())
                .append("amount", line.amount())
                .append("version", line.version())
                .append(
                        "shares",
                        line.shares().stream().map(SlipSheetProjection::share).toList())
                .append("amountFen", line.amountFen())
                .append("cutFen", line.cutFen());
    }

    private static Document share(Share share) {
        return new Document("from", share.from())
                .append("amount", share.amount())
                .append("rateFen", share.rateFen())
                .append("per", share.per());
    }
}
