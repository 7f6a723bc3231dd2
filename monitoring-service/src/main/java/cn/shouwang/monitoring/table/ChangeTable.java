package cn.shouwang.monitoring.table;

import cn.shouwang.monitoring.person.Shown;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Places;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// T2, natural change (自然增减): everyone who joined a household or left it after it was registered, one row
/// each in the order of households and days.
///
/// Numbers of the national system are masked. Whoever stood in the household from its first day on
/// is no change. One who joined and left has two rows.
@Component
class ChangeTable implements Table {

    private static final List<String> HEADER =
            List.of("乡镇", "行政村", "户编号", "人编号", "姓名", "与户主关系", "增减", "原因", "日期", "国家系统户编号", "国家系统人编号");

    private final Listing files;
    private final Words words;
    private final Gate gate;

    ChangeTable(Views views, Words words, Gate gate) {
        this.files = views.listing("household_file");
        this.words = words;
        this.gate = gate;
    }

    @Override
    public String code() {
        return "T2";
    }

    @Override
    public void write(Workbook book, String division) {
        var sheet = new Sheet(book.newWorksheet("自然增减"), HEADER);
        var within = Places.within(division);
        files.each(gate.scope(), within, file -> changes(file).forEach(sheet::add));
        sheet.end();
    }

    private record Change(@Nullable String on, List<? extends @Nullable Object> cells) {}

    private Stream<List<? extends @Nullable Object>> changes(Document file) {
        return file.get("members", new Document()).entrySet().stream()
                .flatMap(member -> changes(file, member.getKey(), (Document) member.getValue()))
                .sorted(Comparator.comparing(change -> String.valueOf(change.on())))
                .map(Change::cells);
    }

    private Stream<Change> changes(Document file, String member, Document row) {
        var changes = new ArrayList<Change>();
        var joined = row.getString("joined");
        var since = row.getString("since");
        if (joined != null || since.compareTo(file.getString("registeredOn")) > 0) {
            var reason = joined == null ? null : words.of("increase", joined);
            changes.add(change(file, member, row, "增加", reason, since));
        }
        var gone = row.getString("gone");
        if (gone != null) {
            changes.add(change(file, member, row, "减少", words.of("decrease", gone), row.getString("goneOn")));
        }
        return changes.stream();
    }

    private Change change(
            Document file, String member, Document row, String way, @Nullable String reason, @Nullable String on) {
        var village = file.getString("division");
        return new Change(
                on,
                Arrays.asList(
                        words.town(village),
                        words.place(village),
                        file.getString("_id"),
                        member,
                        Shown.NAME.in(row, "name"),
                        words.of("relation", row.getString("relation")),
                        way,
                        reason,
                        on,
                        Shown.NUMBER.orNull(file, "national_number"),
                        Shown.NUMBER.orNull(row, "national_number")));
    }
}
