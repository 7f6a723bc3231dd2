package cn.shouwang.monitoring.household.file;

import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.file.PrintedFile.Occasion;
import cn.shouwang.monitoring.paper.Paper.Imprint;
import cn.shouwang.platform.history.AsOf;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.web.NotFound;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The household's file as PDF, ready to print: 一户一档.
@RestController
class PrintedFileController {

    private static final String TITLE = "农户档案（一户一档）";

    private final HouseholdFile file;
    private final Steps steps;
    private final Divisions divisions;
    private final Views views;
    private final Gate gate;
    private final Clock clock;
    private final Told told;

    PrintedFileController(
            HouseholdFile file,
            Steps steps,
            Divisions divisions,
            Views views,
            Gate gate,
            Clock clock,
            MessageSource messages) {
        this.file = file;
        this.steps = steps;
        this.divisions = divisions;
        this.views = views;
        this.gate = gate;
        this.clock = clock;
        this.told = new Told(messages, clock.getZone());
    }

    /// Shows no more than the file and, to whoever may ask for it, the timeline; names, documents and
    /// phones are masked as there. Told in Chinese only.
    @GetMapping(path = "/households/{household}/file.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> print(@PathVariable HouseholdId household) {
        var position = views.position(); // before the rows, which then hold at least as much
        var whole = file.of(household).orElseThrow(NotFound::new);
        var paper = PrintedFile.of(whole, steps.of(household).orElse(null), occasion(whole, position), told);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"household-" + household + ".pdf\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(paper);
    }

    private Occasion occasion(HouseholdFile.Whole whole, long position) {
        var account = gate.actor().id();
        var printedAt = ZonedDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        var village = whole.division();
        var foot = "户编号 %s　打印 %s　账号 %s".formatted(whole.household(), told.minute(printedAt.toInstant()), account);
        return new Occasion(
                divisions.name(Divisions.countyOf(village)),
                divisions.name(Divisions.townOf(village)),
                divisions.name(village),
                new Imprint(TITLE, foot, printedAt),
                account,
                AsOf.current().map(this::past).orElse("记录位置 " + position));
    }

    private String past(AsOf asOf) {
        var day = asOf.day();
        return "%s 的记录，位置 %d%s"
                .formatted(told.minute(asOf.at()), asOf.position(), day == null ? "" : "，只计 " + day + " 及以前的事实");
    }
}
