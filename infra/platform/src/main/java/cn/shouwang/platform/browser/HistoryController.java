package cn.shouwang.platform.browser;

import cn.shouwang.platform.history.Sought;
import cn.shouwang.platform.web.NotFound;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The event browser: which events there are, and one of them.
@RestController
@RequestMapping("/history")
class HistoryController {

    /// `?name=&about=&actor=&division=&correlation=&recordedFrom=&recordedTo=&onFrom=&onTo=&text=&before=
    /// &size=`: all of them at once if wanted; `name` several times. `before` is `next` of the answer
    /// before.
    record Question(
            @Nullable @Size(max = 50) List<@Size(max = 100) String> name,
            @Nullable @Size(max = 200) String about,
            @Nullable @Size(max = 100) String actor,
            @Nullable @Pattern(regexp = "\\d{2,12}") String division,
            @Nullable @Size(max = 200) String correlation,
            @Nullable Instant recordedFrom,
            @Nullable Instant recordedTo,
            @Nullable LocalDate onFrom,
            @Nullable LocalDate onTo,
            @Nullable @Size(max = 100) String text,
            @Nullable @Min(0) Long before,
            @Nullable @Min(1) @Max(200) Integer size) {

        Sought sought() {
            return new Sought(name, about, actor, division, correlation, recordedFrom, recordedTo, onFrom, onTo, text);
        }
    }

    private static final int SIZE = 50;

    private final EventBrowser events;

    HistoryController(EventBrowser events) {
        this.events = events;
    }

    @GetMapping
    EventBrowser.Some some(@Valid @ModelAttribute Question question, Locale locale) {
        var size = question.size();
        return events.some(question.sought(), question.before(), size == null ? SIZE : size, locale);
    }

    @GetMapping("/{position}")
    EventBrowser.Whole one(@PathVariable long position, Locale locale) {
        return events.whole(position, locale).orElseThrow(NotFound::new);
    }
}
