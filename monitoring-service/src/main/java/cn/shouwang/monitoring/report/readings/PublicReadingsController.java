package cn.shouwang.monitoring.report.readings;

import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.report.PresentedNumbers;
import cn.shouwang.monitoring.report.ReportId;
import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.reading.ReadingList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Answers who looked at a household's data to whoever holds its tracking number. A number that is
/// unknown, mistyped or nonsense is not found, always in the same words.
@RestController
class PublicReadingsController {

    /// One look, in words: which office did what, at which field, for what, on which day.
    record Look(
            LocalDate on,
            String office,
            String words,
            @Nullable String field,
            @Nullable String purpose) {}

    private final PresentedNumbers numbers;
    private final Lookup links;
    private final ReadingList readings;
    private final Divisions divisions;

    PublicReadingsController(PresentedNumbers numbers, Views views, ReadingList readings, Divisions divisions) {
        this.numbers = numbers;
        this.links = views.lookup(CaseLinkProjection.NAME);
        this.readings = readings;
        this.divisions = divisions;
    }

    @GetMapping("/public/reports/{tracking}/readings")
    List<Look> readings(@PathVariable String tracking, Locale locale) {
        var report = ReportId.of(numbers.row(tracking).getString("_id"));
        var clue = ClueId.of(report).toString();
        var things = new ArrayList<>(List.of(clue));
        links.one(clue).map(link -> link.getString("household")).ifPresent(things::add);
        return readings.of(things, locale).stream().map(this::look).toList();
    }

    private Look look(ReadingList.Entry entry) {
        return new Look(
                entry.on(),
                divisions.name(entry.from()) + " " + entry.office(),
                entry.words(),
                entry.fieldWords(),
                entry.purposeWords());
    }
}
