package cn.shouwang.monitoring.receipt.list;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.receipt.ReceiptEvent;
import cn.shouwang.monitoring.receipt.ReceiptEvent.IncomeReceived;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.springframework.stereotype.Component;

/// Keeps `receipts`, one row per thing received: `{_id: <household>:<source>, household, division, member?,
/// source, kind, amountFen, from, until, on}`, days as ISO text.
@Component
class ReceiptListProjection implements Projection {

    static final String NAME = "receipts";

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
        return List.of(ReceiptEvent.class);
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
        return List.of(Index.on("household", "-on"), Index.on("division", "-on"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        if (recorded.event() instanceof IncomeReceived income) {
            var receipt = income.receipt();
            rows.advance(
                    income.household() + ":" + receipt.source(),
                    combine(
                            set("household", income.household().toString()),
                            set("division", income.division()),
                            set(
                                    "member",
                                    income.member() == null
                                            ? null
                                            : income.member().toString()),
                            set("source", receipt.source().toString()),
                            set("kind", receipt.kind().name()),
                            set("amountFen", receipt.amountFen()),
                            set("from", receipt.from().toString()),
                            set("until", receipt.until().toString()),
                            set("on", income.on().toString())));
        }
    }
}
