package cn.shouwang.platform.browser;

import cn.shouwang.platform.history.AsOf;
import cn.shouwang.platform.history.Moments;
import cn.shouwang.platform.web.NotFound;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a subject, by the id of its stream, was at a moment, and what changed between two.
@RestController
@RequestMapping("/subjects/{stream}")
class SubjectController {

    private final Subjects subjects;
    private final Moments moments;

    SubjectController(Subjects subjects, Moments moments) {
        this.subjects = subjects;
        this.moments = moments;
    }

    /// As of the moment the request stands on; without one as all events make it now.
    @GetMapping("/as-of")
    Subjects.State asOf(@PathVariable String stream, Locale locale) {
        var asOf = AsOf.current().orElseGet(moments::now);
        return subjects.state(stream, asOf, locale).orElseThrow(NotFound::new);
    }

    /// From the beginning unless `from` or `fromDay` is given, until now unless `to` or `toDay` is.
    @GetMapping("/diff")
    Subjects.Difference diff(
            @PathVariable String stream,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable LocalDate fromDay,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable LocalDate toDay,
            Locale locale) {
        var before = from == null && fromDay == null ? AsOf.BEGINNING : moments.asOf(from, fromDay);
        var after = to == null && toDay == null ? moments.now() : moments.asOf(to, toDay);
        return subjects.difference(stream, before, after, locale).orElseThrow(NotFound::new);
    }
}
