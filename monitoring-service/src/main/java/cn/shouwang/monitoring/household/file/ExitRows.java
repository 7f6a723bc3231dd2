package cn.shouwang.monitoring.household.file;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import cn.shouwang.monitoring.notice.NoticeEvent;
import cn.shouwang.monitoring.notice.NoticeEvent.NoticeHung;
import cn.shouwang.monitoring.notice.NoticeEvent.NoticeObjected;
import cn.shouwang.monitoring.notice.NoticeEvent.NoticeObjectionResolved;
import cn.shouwang.monitoring.notice.NoticeEvent.NoticeTakenDown;
import cn.shouwang.monitoring.notice.NoticeEvent.RemovalAnnounced;
import cn.shouwang.monitoring.removal.Check;
import cn.shouwang.monitoring.removal.RemovalEvent;
import cn.shouwang.monitoring.removal.RemovalEvent.ExitAppraised;
import cn.shouwang.monitoring.removal.RemovalEvent.ExitVisited;
import cn.shouwang.monitoring.removal.RemovalEvent.NaturalDecreaseRecorded;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalBlocked;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalDropped;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalProposed;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalReturned;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalReverted;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalReviewPassed;
import cn.shouwang.monitoring.removal.RemovalEvent.RiskRemoved;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.sealing.SealedText;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;

/// One removal of a household in its file: `{attempt, cycle, mode, proposedOn, lastStep, lastOn, visit?,
/// checks?, appraisal?, notice?, objections?, townReview?, decision?, announcedOn?, droppedOn?,
/// revertedOn?}`.
///
/// Each part holds the last word, as in a case ([CaseRows]). `checks` explains every criterion as it stood
/// when it was last found wanting or, in the decision, to hold: `{criterion, outcome, found?, needed?}`.
/// A household in which nobody is left has `closed: {ground, on}` beside its removals.
final class ExitRows {

    private ExitRows() {}

    static Bson change(RemovalEvent event) {
        if (event instanceof NaturalDecreaseRecorded closed) {
            return set("closed", new Document("ground", closed.ground().name()).append("on", text(closed.on())));
        }
        var at = at(event.attempt());
        return combine(step(at, event, event.on()), part(at, event));
    }

    static Bson change(NoticeEvent event) {
        var at = at(event.attempt());
        return combine(step(at, event, event.on()), part(at, event));
    }

    private static Bson part(String at, RemovalEvent event) {
        return switch (event) {
            case RemovalProposed proposed ->
                combine(
                        set(at + "attempt", proposed.attempt()),
                        set(at + "cycle", proposed.cycle()),
                        set(at + "mode", proposed.mode().name()),
                        set(at + "proposedOn", text(proposed.on())));
            case ExitVisited visited -> combine(set(at + "visit", visit(visited)), unset(at + "checks"));
            case RemovalBlocked blocked -> set(at + "checks", checks(blocked.checks()));
            case ExitAppraised held -> set(at + "appraisal", appraisal(held));
            case RemovalReviewPassed passed -> set(at + "townReview", review(true, passed.on()));
            case RemovalReturned returned -> set(at + "townReview", review(false, returned.on()));
            case RiskRemoved removed -> combine(set(at + "decision", decision(removed)), unset(at + "checks"));
            case RemovalDropped dropped -> set(at + "droppedOn", text(dropped.on()));
            case RemovalReverted reverted -> set(at + "revertedOn", text(reverted.on()));
            case NaturalDecreaseRecorded _ -> combine(); // told beside the removals
        };
    }

    private static Bson part(String at, NoticeEvent event) {
        return switch (event) {
            case NoticeHung hung ->
                set(
                        at + "notice",
                        new Document("place", hung.place())
                                .append("from", text(hung.on()))
                                .append("until", text(hung.until())));
            case NoticeObjected raised ->
                combine(
                        set(objection(at, raised.objection(), "number"), raised.objection()),
                        set(objection(at, raised.objection(), "by"), raised.by().name()),
                        set(objection(at, raised.objection(), "raisedOn"), text(raised.on())));
            case NoticeObjectionResolved resolved ->
                combine(
                        set(objection(at, resolved.objection(), "upheld"), resolved.upheld()),
                        set(objection(at, resolved.objection(), "toldOn"), text(resolved.on())));
            case NoticeTakenDown down -> set(at + "notice.endedOn", text(down.on()));
            case RemovalAnnounced announced -> set(at + "announcedOn", text(announced.on()));
        };
    }

    private static Document visit(ExitVisited visited) {
        var exit = visited.visit();
        return CaseRows.visit(exit.visit(), visited.on())
                .append("stableMonths", exit.stableMonths())
                .append("expenseSolved", exit.expenseSolved())
                .append("risksGone", exit.risksGone().stream().map(Enum::name).toList())
                .append("newRisk", exit.newRisk());
    }

    private static Document appraisal(ExitAppraised held) {
        var appraisal = held.appraisal();
        return new Document("on", text(held.on()))
                .append("attendance", appraisal.attendance())
                .append("inFavour", appraisal.votes().inFavour())
                .append("against", appraisal.votes().against())
                .append("abstained", appraisal.votes().abstained())
                .append("minutes", SealedText.of(held.household() + ":" + held.cycle(), appraisal.minutes()));
    }

    private static Document decision(RiskRemoved removed) {
        return new Document("on", text(removed.on()))
                .append("number", removed.decisionNo())
                .append("mode", removed.mode().name())
                .append("lineVersion", removed.line().version())
                .append("lineFen", removed.line().amountFen())
                .append("incomePerHeadFen", removed.incomePerHeadFen())
                .append("months", removed.months())
                .append("terms", text(removed.terms()))
                .append("checks", checks(removed.checks()));
    }

    private static List<Document> checks(List<Check> checks) {
        return checks.stream()
                .map(check -> new Document("criterion", check.criterion().name())
                        .append("outcome", check.outcome().name())
                        .append("found", check.found())
                        .append("needed", check.needed()))
                .toList();
    }

    private static Document review(boolean passed, LocalDate on) {
        return new Document("passed", passed).append("on", text(on));
    }

    private static Bson step(String at, Placed event, LocalDate on) {
        return combine(
                set(
                        at + "lastStep",
                        Objects.requireNonNull(event.getClass().getAnnotation(Stored.class))
                                .value()),
                set(at + "lastOn", text(on)));
    }

    private static String at(int attempt) {
        return "exits." + attempt + ".";
    }

    private static String objection(String at, int number, String field) {
        return at + "objections." + number + "." + field;
    }

    private static String text(LocalDate day) {
        return day.toString();
    }
}
