package cn.shouwang.monitoring.report;

import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.web.NotFound;
import cn.shouwang.platform.web.TooMany;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// What strangers present as a tracking number, and the report it belongs to.
///
/// A number that is unknown, mistyped, nonsense, or whose household is forgotten costs the same hash and
/// the same single look-up and gets the same answer, so nothing is learned by trying. When too many such
/// numbers come, all of them are asked to wait, whoever sends them; numbers that exist go on.
@Component
public final class PresentedNumbers {

    /// Looked up in place of what cannot be a number. Nobody was given it.
    private static final TrackingNumber NOBODYS = TrackingNumber.next();

    private final Lookup reports;
    private final Buckets guesses;
    private final Buckets askings;
    private final Buckets proofs;

    @Autowired
    PresentedNumbers(Views views, PublicLimits limits, Clock clock) {
        this(views.lookup("reports"), limits, clock);
    }

    PresentedNumbers(Lookup reports, PublicLimits limits, Clock clock) {
        this.reports = reports;
        this.guesses = new Buckets(limits.unknownPerMinute(), Duration.ofMinutes(1), clock);
        this.askings = new Buckets(limits.perNumberPerMinute(), Duration.ofMinutes(1), clock);
        this.proofs = new Buckets(limits.proofsPerNumberHour(), Duration.ofHours(1), clock);
    }

    /// The row of `reports` whose household holds that number; [NotFound] or [TooMany] otherwise.
    public Document row(String typed) {
        var report = ReportId.of(TrackingNumber.typed(typed).orElse(NOBODYS));
        var row = reports.one(report.value()).filter(PresentedNumbers::isRemembered);
        if (row.isEmpty()) {
            refuse(guesses.take(""));
            throw new NotFound();
        }
        refuse(askings.take(report.value()));
        return row.get();
    }

    /// Like [#row], for what not everybody who found the number should see: `phoneEnding` are the last four
    /// digits of the applicant's phone number. [RuleBroken] `report.identity-unproven` when they are not;
    /// [TooMany] after some tries, right or wrong, so that trying on tells nothing either.
    public Document proven(String typed, String phoneEnding) {
        var row = row(typed);
        refuse(proofs.take(row.getString("_id")));
        var phone = row.get("phone", SealedText.class).text();
        if (phone.filter(number -> number.endsWith(phoneEnding)).isEmpty()) {
            throw new RuleBroken("report.identity-unproven", "the phone number ends otherwise");
        }
        return row;
    }

    /// Like [#row], without counting: the row again after a command.
    Document again(ReportId report) {
        return reports.one(report.value()).orElseThrow(NotFound::new);
    }

    private static boolean isRemembered(Document row) {
        return row.get("name", SealedText.class).text().isPresent();
    }

    private static void refuse(Optional<Duration> wait) {
        wait.ifPresent(time -> {
            throw new TooMany(time);
        });
    }
}
