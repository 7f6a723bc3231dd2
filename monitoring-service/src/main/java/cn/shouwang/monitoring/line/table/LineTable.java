package cn.shouwang.monitoring.line.table;

import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import cn.shouwang.monitoring.line.Basis;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import com.mongodb.client.model.Filters;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every version of the lines within the caller's division.
@Component
class LineTable {

    /// One version of a line; `reason` tells why it corrects the one before.
    record Entry(
            String version,
            String line,
            String area,
            int year,
            BigDecimal amountYuan,
            boolean inclusive,
            Basis basis,
            String documentNo,
            LocalDate effectiveFrom,
            String derivation,
            @Nullable String reason,
            LocalDate on) {}

    private final Listing rows;
    private final Gate gate;

    LineTable(Views views, Gate gate) {
        this.rows = views.listing(LineTableProjection.NAME);
        this.gate = gate;
    }

    /// Areas in order of their codes, the latest year and version first.
    Page<Entry> page(PageQuery page) {
        var order = orderBy(ascending("division"), descending("year", "sequence"));
        return rows.page(gate.scope(), Filters.empty(), order, page, LineTable::entry);
    }

    static Entry entry(Document row) {
        return new Entry(
                row.getString("_id"),
                row.getString("line"),
                row.getString("division"),
                row.getInteger("year"),
                BigDecimal.valueOf(row.getLong("amountFen"), 2),
                row.getBoolean("inclusive"),
                Basis.valueOf(row.getString("basis")),
                row.getString("documentNo"),
                LocalDate.parse(row.getString("effectiveFrom")),
                row.getString("derivation"),
                row.getString("reason"),
                LocalDate.parse(row.getString("on")));
    }
}
