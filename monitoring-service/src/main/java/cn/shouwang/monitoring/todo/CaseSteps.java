package cn.shouwang.monitoring.todo;

import static cn.shouwang.monitoring.todo.TodoProjection.done;
import static cn.shouwang.monitoring.todo.TodoProjection.due;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.IdentificationEvent.AppraisalHeld;
import cn.shouwang.monitoring.identification.IdentificationEvent.AuthorizationSigned;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdDetermined;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdVisited;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationOpened;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationRejected;
import cn.shouwang.monitoring.identification.IdentificationEvent.ObjectionDismissed;
import cn.shouwang.monitoring.identification.IdentificationEvent.ObjectionRaised;
import cn.shouwang.monitoring.identification.IdentificationEvent.ObjectionUpheld;
import cn.shouwang.monitoring.identification.IdentificationEvent.PublicityEnded;
import cn.shouwang.monitoring.identification.IdentificationEvent.PublicityStarted;
import cn.shouwang.monitoring.identification.IdentificationEvent.ResultAnnounced;
import cn.shouwang.monitoring.identification.IdentificationEvent.ReturnedByTown;
import cn.shouwang.monitoring.identification.IdentificationEvent.TownReviewPassed;
import cn.shouwang.monitoring.identification.IdentificationEvent.VisitAssigned;
import cn.shouwang.platform.projection.Rows;
import java.time.LocalDate;
import org.bson.conversions.Bson;

/// What each event of a case leaves to be done: in the case, and about an objection.
final class CaseSteps {

    private CaseSteps() {}

    static void on(IdentificationEvent event, Rows rows) {
        var household = event.household().toString();
        rows.advance("case-" + household, TodoProjection.row("CASE", household, event.division(), next(event)));
        switch (event) {
            case ObjectionRaised raised ->
                objection(rows, raised, raised.objection(), due(Step.RESOLVE_OBJECTION, raised.on(), null));
            case ObjectionUpheld upheld -> objection(rows, upheld, upheld.objection(), done());
            case ObjectionDismissed dismissed -> objection(rows, dismissed, dismissed.objection(), done());
            default -> {} // the others say nothing about an objection
        }
    }

    static Bson next(IdentificationEvent event) {
        return switch (event) {
            case IdentificationOpened opened ->
                combine(
                        step(Step.VISIT, opened.on()),
                        set("decideBy", opened.decideBy().toString()));
            case VisitAssigned assigned -> due(Step.VISIT, assigned.on(), assigned.visitBy());
            case HouseholdVisited visited -> step(visited.repeated() ? Step.APPRAISE : Step.AUTHORIZE, visited.on());
            case AuthorizationSigned signed -> step(Step.APPRAISE, signed.on());
            case AppraisalHeld held ->
                step(held.appraisal().proposal() == null ? Step.REJECT : Step.PUBLICISE, held.on());
            case PublicityStarted started -> due(Step.END_PUBLICITY, started.on(), started.until());
            case ObjectionRaised _, ObjectionDismissed _ -> combine();
            case ObjectionUpheld upheld -> step(Step.VISIT, upheld.on());
            case PublicityEnded ended -> step(Step.REVIEW, ended.on());
            case TownReviewPassed passed -> step(Step.DETERMINE, passed.on());
            case ReturnedByTown returned -> step(Step.VISIT, returned.on());
            case HouseholdDetermined determined -> step(Step.ANNOUNCE, determined.on());
            case ResultAnnounced _, IdentificationRejected _ -> done();
        };
    }

    private static Bson step(Step step, LocalDate since) {
        return due(step, since, null);
    }

    private static void objection(Rows rows, IdentificationEvent event, int number, Bson change) {
        var household = event.household().toString();
        rows.advance(
                "objection-" + household + "-" + event.cycle() + "-" + number,
                combine(
                        TodoProjection.row("OBJECTION", household, event.division(), change),
                        set("objection", number)));
    }
}
