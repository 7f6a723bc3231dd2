package cn.shouwang.monitoring.income;

import cn.shouwang.platform.security.Gate;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The items of the income sheet, for the form that asks for them.
@RestController
class ItemController {

    /// The table as it stands at a place: the edition in force on `on`, and its items.
    record Answer(LocalDate edition, String source, LocalDate on, List<Entry> items) {}

    /// One item; `standing` says whether a figure of day `on` counts.
    record Entry(
            String code,
            Block block,
            Standing standing,
            @Nullable LocalDate countedFrom,
            @Nullable LocalDate countedTo,
            String term,
            String english,
            String source) {}

    private final ItemTable table;
    private final Gate gate;
    private final Clock clock;

    ItemController(ItemTable table, Gate gate, Clock clock) {
        this.table = table;
        this.gate = gate;
        this.clock = clock;
    }

    /// At the caller's own place today, unless told otherwise. The table is nobody's data.
    @GetMapping("/income-items")
    Answer items(
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}") String division,
            @RequestParam(required = false) @Nullable LocalDate on) {
        var place = division == null ? gate.actor().division() : division;
        var day = Objects.requireNonNullElseGet(on, () -> LocalDate.now(clock));
        var edition = table.on(day);
        return new Answer(
                edition.from(),
                edition.source(),
                day,
                edition.at(place).stream().map(row -> entry(row, day)).toList());
    }

    private static Entry entry(ItemTable.Row row, LocalDate on) {
        return new Entry(
                row.code(),
                row.block(),
                row.standing(on, on),
                row.countedFrom(),
                row.countedTo(),
                row.term(),
                row.english(),
                row.source());
    }
}
