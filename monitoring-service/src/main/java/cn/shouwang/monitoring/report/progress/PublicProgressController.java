package cn.shouwang.monitoring.report.progress;

import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.clue.ClueLevel;
import cn.shouwang.monitoring.clue.ClueOutcome;
import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.report.PresentedNumbers;
import cn.shouwang.monitoring.report.RefusalReason;
import cn.shouwang.monitoring.report.ReportId;
import cn.shouwang.monitoring.report.ReportState;
import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.projection.Views;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Answers where a report stands to whoever holds its tracking number. A number that is unknown,
/// mistyped or nonsense is not found, always in the same words.
///
/// The number opens the answer, so it should stand in no address: pages send it in the body, and a
/// printed code carries it behind the `#`, which browsers keep to themselves. The address with the number
/// stays for telephones that can do no better; it names no person, and no log line or metric repeats it.
@RestController
class PublicProgressController {

    /// `words` says in a sentence what `state` means; `refusal` and `result` are there once decided;
    /// `office` has the report now and should answer by `by`.
    record Answer(
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

    record ProgressRequest(@NotNull @Size(max = 64) String trackingNumber) {

        @Override
        public String toString() {
            return "ProgressRequest";
        }
    }

    private final PresentedNumbers numbers;
    private final Lookup clues;
    private final Divisions divisions;
    private final MessageSource messages;

    @Autowired
    PublicProgressController(PresentedNumbers numbers, Views views, Divisions divisions, MessageSource messages) {
        this(numbers, views.lookup("clues"), divisions, messages);
    }

    PublicProgressController(PresentedNumbers numbers, Lookup clues, Divisions divisions, MessageSource messages) {
        this.numbers = numbers;
        this.clues = clues;
        this.divisions = divisions;
        this.messages = messages;
    }

    @PostMapping("/public/progress")
    ResponseEntity<Answer> progress(@Valid @RequestBody ProgressRequest request, Locale locale) {
        return unstored(progress(request.trackingNumber(), locale));
    }

    @GetMapping("/public/reports/{tracking}")
    ResponseEntity<Answer> progressByAddress(@PathVariable String tracking, Locale locale) {
        return unstored(progress(tracking, locale));
    }

    private static ResponseEntity<Answer> unstored(Answer answer) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }

    private Answer progress(String typed, Locale locale) {
        var row = numbers.row(typed);
        var clue = clues.one(ClueId.of(ReportId.of(row.getString("_id"))).toString());
        return answer(Progress.of(row, clue), locale);
    }

    private Answer answer(Progress progress, Locale locale) {
        var refusal = progress.refusal();
        var outcome = progress.outcome();
        return new Answer(
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
