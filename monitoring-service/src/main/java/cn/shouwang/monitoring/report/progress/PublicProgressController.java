package cn.shouwang.monitoring.report.progress;

import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.clue.ClueLevel;
import cn.shouwang.monitoring.clue.ClueOutcome;
import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.report.RefusalReason;
import cn.shouwang.monitoring.report.ReportState;
import cn.shouwang.monitoring.report.TrackingNumber;
import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.web.NotFound;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Answers where a report stands to whoever holds its tracking number. A number that is unknown,
/// mistyped or nonsense is not found, always in the same words.
@RestController
class PublicProgressController {

    /// `words` says in a sentence what `state` means; `refusal` and `result` are there once decided;
    /// `office` has the report now and should answer by `by`.
    record Answer(
            String trackingNumber,
            ReportState state,
            String words,
            String village,
            String name,
            List<Step> steps,
            @Nullable String office,
            @Nullable LocalDate by,
            @Nullable Refusal refusal,
            @Nullable Result result) {}

    record Step(Progress.What step, String words, LocalDate on) {}

    record Refusal(RefusalReason reason, String words) {}

    record Result(ClueOutcome outcome, String words) {}

    private final Lookup reports;
    private final Lookup clues;
    private final Divisions divisions;
    private final MessageSource messages;

    @Autowired
    PublicProgressController(Views views, Divisions divisions, MessageSource messages) {
        this(views.lookup("reports"), views.lookup("clues"), divisions, messages);
    }

    PublicProgressController(Lookup reports, Lookup clues, Divisions divisions, MessageSource messages) {
        this.reports = reports;
        this.clues = clues;
        this.divisions = divisions;
        this.messages = messages;
    }

    @GetMapping("/public/reports/{tracking}")
    Answer progress(@PathVariable String tracking, Locale locale) {
        var report = TrackingNumber.typed(tracking).orElseThrow(NotFound::new);
        var row = reports.one(report.value()).orElseThrow(NotFound::new);
        var clue = clues.one(ClueId.of(report).toString());
        return answer(Progress.of(row, clue), locale);
    }

    private Answer answer(Progress progress, Locale locale) {
        var refusal = progress.refusal();
        var outcome = progress.outcome();
        return new Answer(
                new TrackingNumber(progress.trackingNumber()).grouped(),
                progress.state(),
                words("state", progress.state(), locale),
                divisions.name(progress.village()),
                progress.name(),
                progress.steps().stream()
                        .map(step -> new Step(step.what(), words("step", step.what(), locale), step.on()))
                        .toList(),
                office(progress, locale),
                progress.by(),
                refusal == null ? null : new Refusal(refusal, words("refusal", refusal, locale)),
                outcome == null ? null : new Result(outcome, words("result", outcome, locale)));
    }

    private @Nullable String office(Progress progress, Locale locale) {
        var level = progress.with();
        return level == null
                ? null
                : divisions.name(place(level, progress.village())) + " " + words("office", level, locale);
    }

    private static String place(ClueLevel level, String village) {
        return switch (level) {
            case VILLAGE -> village;
            case TOWN -> Divisions.townOf(village);
            case COUNTY -> Divisions.countyOf(village);
        };
    }

    private String words(String kind, Enum<?> value, Locale locale) {
        return messages.getMessage("progress." + kind + "." + value.name(), null, locale);
    }
}
