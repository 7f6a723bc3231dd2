package cn.shouwang.monitoring.report.readings;

import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.report.PresentedNumbers;
import cn.shouwang.monitoring.report.ReportId;
import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.reading.ReadingList;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Answers who looked at a household's data to whoever holds its tracking number and knows how the
/// applicant's phone number ends. A number that is unknown, mistyped or nonsense is not found, always in the
/// same words. Both stand in the body, so that no address names them.
@RestController
class PublicReadingsController {

    /// One look, in words: which office did what, at which field, for what, on which day.
    record Look(
            LocalDate on,
            String office,
            String words,
            @Nullable String field,
            @Nullable String purpose) {}

    /// `phoneEnding`: the last four digits of the phone number the report gave.
    record ReadingsRequest(
            @NotNull @Size(max = 64) String trackingNumber,
            @NotNull @Pattern(regexp = "[0-9]{4}") String phoneEnding) {

        @Override
        public String toString() {
            return "ReadingsRequest";
        }
    }

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

    @PostMapping("/public/readings")
    ResponseEntity<List<Look>> readings(@Valid @RequestBody ReadingsRequest request, Locale locale) {
        var row = numbers.proven(request.trackingNumber(), request.phoneEnding());
        var looks = of(ReportId.of(row.getString("_id")), locale);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(looks);
    }

    private List<Look> of(ReportId report, Locale locale) {
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
