package cn.shouwang.monitoring.todo;

import static cn.shouwang.monitoring.todo.TodoProjection.done;
import static cn.shouwang.monitoring.todo.TodoProjection.due;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.notice.NoticeEvent;
import cn.shouwang.monitoring.notice.NoticeEvent.NoticeHung;
import cn.shouwang.monitoring.notice.NoticeEvent.NoticeObjected;
import cn.shouwang.monitoring.notice.NoticeEvent.NoticeObjectionResolved;
import cn.shouwang.monitoring.notice.NoticeEvent.NoticeTakenDown;
import cn.shouwang.monitoring.notice.NoticeEvent.RemovalAnnounced;
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
import cn.shouwang.platform.projection.Rows;
import java.time.LocalDate;
import org.bson.conversions.Bson;

/// What each event of a removal and of its notice leaves to be done. A household has one removal at a time,
/// so one row; an objection has its own.
final class RemovalSteps {

    private RemovalSteps() {}

    static void on(RemovalEvent event, Rows rows) {
        row(rows, event.household().toString(), event.division(), next(event));
    }

    static void on(NoticeEvent event, Rows rows) {
        row(rows, event.household().toString(), event.division(), next(event));
        switch (event) {
            case NoticeObjected raised ->
                objection(rows, raised, raised.objection(), due(Step.RESOLVE_OBJECTION, raised.on(), null));
            case NoticeObjectionResolved resolved -> objection(rows, resolved, resolved.objection(), done());
            default -> {} // the others say nothing about an objection
        }
    }

    static Bson next(RemovalEvent event) {
        return switch (event) {
            case RemovalProposed _, RemovalBlocked _, RemovalReturned _ -> step(Step.VISIT_FOR_REMOVAL, event.on());
            case ExitVisited visited -> step(Step.APPRAISE_REMOVAL, visited.on());
            case ExitAppraised held ->
                step(held.appraisal().votes().carried() ? Step.HANG_NOTICE : Step.VISIT_FOR_REMOVAL, held.on());
            case RemovalReviewPassed passed -> step(Step.DETERMINE_REMOVAL, passed.on());
            case RiskRemoved removed -> step(Step.ANNOUNCE_REMOVAL, removed.on());
            case RemovalDropped _, RemovalReverted _, NaturalDecreaseRecorded _ -> done();
        };
    }

    static Bson next(NoticeEvent event) {
        return switch (event) {
            case NoticeHung hung -> due(Step.TAKE_NOTICE_DOWN, hung.on(), hung.until());
            case NoticeTakenDown down -> step(Step.REVIEW_REMOVAL, down.on());
            case NoticeObjectionResolved resolved when resolved.upheld() -> step(Step.VISIT_FOR_REMOVAL, resolved.on());
            case NoticeObjected _, NoticeObjectionResolved _ -> combine();
            case RemovalAnnounced _ -> done();
        };
    }

    private static Bson step(Step step, LocalDate since) {
        return due(step, since, null);
    }

    private static void row(Rows rows, String household, String village, Bson change) {
        rows.advance("removal-" + household, TodoProjection.row("REMOVAL", household, village, change));
    }

    private static void objection(Rows rows, NoticeEvent event, int number, Bson change) {
        var household = event.household().toString();
        rows.advance(
                "notice-objection-" + household + "-" + number,
                combine(
                        TodoProjection.row("NOTICE_OBJECTION", household, event.division(), change),
                        set("objection", number)));
    }
}
