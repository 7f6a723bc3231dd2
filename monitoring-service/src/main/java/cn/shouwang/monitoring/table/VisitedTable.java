package cn.shouwang.monitoring.table;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import cn.shouwang.monitoring.figure.LastVisit;
import cn.shouwang.monitoring.household.Nameplate;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Places;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// One row for each household monitored now, with what the last visit of its present case found; the cells of
/// a household without a visit stay empty.
@Component
class VisitedTable {

    private static final List<String> HEADER = List.of("乡镇", "行政村", "户编号", "户主姓名", "家庭人口数", "户类型", "监测对象类别");

    private final Listing households;
    private final Listing files;
    private final Words words;
    private final Gate gate;

    VisitedTable(Views views, Words words, Gate gate) {
        this.households = views.listing("roster");
        this.files = views.listing("household_file");
        this.words = words;
        this.gate = gate;
    }

    /// `cells` makes of the roster's row and the visit what the table asks for under `header`.
    void write(Workbook book, String title, List<String> header, String division, Cells cells) {
        var sheet = new Sheet(
                book.newWorksheet(title),
                Stream.concat(HEADER.stream(), header.stream()).toList());
        var within = and(eq("monitoring", "MONITORED"), Places.within(division));
        households.each(
                gate.scope(),
                within,
                row -> sheet.add(Stream.<@Nullable Object>concat(head(row), cells.of(row, visit(row)).stream())
                        .toList()));
        sheet.end();
    }

    /// What a table makes of one household; `visit` is a visit as the household file keeps it, absent where
    /// there is none.
    interface Cells {

        List<? extends @Nullable Object> of(Document row, @Nullable Document visit);
    }

    private Stream<@Nullable Object> head(Document row) {
        var village = row.getString("division");
        var nameplate = Nameplate.of(row);
        return Arrays.<@Nullable Object>asList(
                words.town(village),
                words.place(village),
                row.getString("_id"),
                nameplate.head(),
                nameplate.members(),
                words.of("baseType", row.getString("baseType")),
                words.of("category", row.getString("category")))
                .stream();
    }

    private @Nullable Document visit(Document row) {
        return files.one(gate.scope(), row.getString("_id"))
                .flatMap(file -> LastVisit.of(file, row.getInteger("cycle")))
                .orElse(null);
    }
}
