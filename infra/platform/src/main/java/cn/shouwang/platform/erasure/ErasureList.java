package cn.shouwang.platform.erasure;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;

import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.security.Gate;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Erasures within the caller's division, latest first.
final class ErasureList {

    enum State {
        PROPOSED,
        APPROVED,
        REFUSED,
        CARRIED_OUT
    }

    /// One erasure. `proposedBy` and `decidedBy` are accounts; `reason` and `refusal` are as they were
    /// written.
    record Entry(
            String erasure,
            String division,
            String about,
            int subjects,
            Ground ground,
            String reason,
            State state,
            String proposedBy,
            String proposedOn,
            @Nullable String decidedBy,
            @Nullable String decidedOn,
            @Nullable String refusal,
            @Nullable String carriedOutOn) {}

    private final Listing rows;
    private final Gate gate;

    ErasureList(Views views, Gate gate) {
        this.rows = views.listing(ErasureListProjection.NAME);
        this.gate = gate;
    }

    Page<Entry> page(@Nullable State state, PageQuery page) {
        var filter = state == null ? empty() : eq("state", state.name());
        return rows.page(gate.scope(), filter, descending("proposedOn", "_id"), page, ErasureList::entry);
    }

    Optional<Entry> one(ErasureId erasure) {
        return rows.one(gate.scope(), erasure.toString()).map(ErasureList::entry);
    }

    private static Entry entry(Document row) {
        return new Entry(
                row.getString("_id"),
                row.getString("division"),
                row.getString("about"),
                row.getInteger("subjects"),
                Ground.valueOf(row.getString("ground")),
                text(row, "reason").orElse(""),
                State.valueOf(row.getString("state")),
                row.getString("proposedBy"),
                row.getString("proposedOn"),
                row.getString("decidedBy"),
                row.getString("decidedOn"),
                text(row, "refusal").orElse(null),
                row.getString("carriedOutOn"));
    }

    private static Optional<String> text(Document row, String field) {
        return Optional.ofNullable(row.get(field, SealedText.class)).flatMap(SealedText::text);
    }
}
