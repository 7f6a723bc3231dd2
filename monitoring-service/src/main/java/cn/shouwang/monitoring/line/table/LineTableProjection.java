package cn.shouwang.monitoring.line.table;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.line.LineEvent;
import cn.shouwang.monitoring.line.LineEvent.IncomeLineCorrected;
import cn.shouwang.monitoring.line.LineEvent.IncomeLinePublished;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/// Keeps `lines`, one row per version of a line: `{_id: "line-440233-2025@0", division, line, year,
/// sequence, amountFen, inclusive, basis, documentNo, effectiveFrom, derivation, reason?, on}`, days
/// as ISO text. Rows are never changed.
@Component
class LineTableProjection implements Projection {

    static final String NAME = "lines";

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
        return List.of(LineEvent.class);
    }

    @Override
    public List<String> foundBy(String row) {
        return List.of(row.substring(0, row.lastIndexOf('@')));
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("division", "-year", "-sequence"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        if (recorded.event() instanceof LineEvent event) {
            rows.advance(event.line() + "@" + recorded.sequence(), change(event, recorded.sequence()));
        }
    }

    static Bson change(LineEvent event, long sequence) {
        var terms = event.terms();
        var row = combine(
                set("division", event.division()),
                set("line", event.line().toString()),
                set("year", event.line().year()),
                set("sequence", sequence),
                set("amountFen", terms.amountFen()),
                set("inclusive", terms.inclusive()),
                set("basis", terms.basis().name()),
                set("documentNo", terms.documentNo()),
                set("effectiveFrom", terms.effectiveFrom().toString()),
                set("derivation", terms.derivation()),
                set("on", event.on().toString()));
        return switch (event) {
            case IncomeLinePublished _ -> row;
            case IncomeLineCorrected corrected -> combine(row, set("reason", corrected.reason()));
        };
    }
}
