package cn.shouwang.monitoring.receipt.list;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.descending;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.receipt.ReceiptKind;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Places;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What households within the caller's division received according to other services, the latest first.
@Component
class ReceiptList {

    /// What to show: any part may be missing. `from` and `until` are days on which something was paid, both
    /// included.
    record Question(
            @Nullable HouseholdId household,
            @Nullable ReceiptKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate until,

            @Nullable @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}")
            String division) {}

    /// One thing received; `member` is absent for what the household as a whole received. Amounts are fen.
    record Entry(
            String source,
            String household,
            String division,
            @Nullable String member,
            ReceiptKind kind,
            long amountFen,
            LocalDate from,
            LocalDate until,
            LocalDate on) {}

    private final Listing rows;
    private final Gate gate;

    ReceiptList(Views views, Gate gate) {
        this.rows = views.listing(ReceiptListProjection.NAME);
        this.gate = gate;
    }

    Page<Entry> page(Question question, PageQuery page) {
        return rows.page(gate.scope(), filter(question), descending("on", "_id"), page, ReceiptList::entry);
    }

    private static Bson filter(Question question) {
        var division = question.division();
        return and(
                question.household() == null
                        ? empty()
                        : eq("household", question.household().toString()),
                question.kind() == null ? empty() : eq("kind", question.kind().name()),
                question.from() == null ? empty() : gte("on", question.from().toString()),
                question.until() == null ? empty() : lte("on", question.until().toString()),
                Places.within(division));
    }

    static Entry entry(Document row) {
        return new Entry(
                row.getString("source"),
                row.getString("household"),
                row.getString("division"),
                row.getString("member"),
                ReceiptKind.valueOf(row.getString("kind")),
                row.getLong("amountFen"),
                LocalDate.parse(row.getString("from")),
                LocalDate.parse(row.getString("until")),
                LocalDate.parse(row.getString("on")));
    }
}
