package cn.shouwang.monitoring.clock;

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
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A step that a case waits for since a day. Its limit counts from `from`; `dueOn` is the day that
/// was told in the case, and then there is no limit to count.
public record Turn(
        CaseStep step,
        LocalDate since,
        LocalDate from,
        @Nullable LocalDate dueOn) {

    /// What an event makes of the turn: another, none, or what it was.
    public sealed interface Move {

        record Next(Turn turn) implements Move {}

        /// Nothing is waited for any more.
        record Over() implements Move {}

        record Same() implements Move {}
    }

    public static Move after(IdentificationEvent event) {
        return switch (event) {
            case IdentificationOpened opened -> next(CaseStep.VISIT, opened.on());
            case VisitAssigned assigned ->
                new Move.Next(new Turn(CaseStep.VISIT, assigned.on(), assigned.on(), assigned.visitBy()));
            case HouseholdVisited visited ->
                next(visited.repeated() ? CaseStep.APPRAISE : CaseStep.AUTHORIZE, visited.on());
            case AuthorizationSigned signed -> next(CaseStep.APPRAISE, signed.on());
            case AppraisalHeld held ->
                next(held.appraisal().proposal() == null ? CaseStep.REJECT : CaseStep.PUBLICISE, held.on());
            case PublicityStarted started ->
                new Move.Next(new Turn(CaseStep.TAKE_DOWN, started.on(), started.until(), null));
            case ObjectionUpheld upheld -> next(CaseStep.VISIT, upheld.on());
            case PublicityEnded ended -> next(CaseStep.REVIEW, ended.on());
            case TownReviewPassed passed -> next(CaseStep.DETERMINE, passed.on());
            case ReturnedByTown returned -> next(CaseStep.VISIT, returned.on());
            case HouseholdDetermined determined -> next(CaseStep.ANNOUNCE, determined.on());
            case ResultAnnounced _, IdentificationRejected _ -> new Move.Over();
            case ObjectionRaised _, ObjectionDismissed _ -> new Move.Same();
        };
    }

    private static Move next(CaseStep step, LocalDate on) {
        return new Move.Next(new Turn(step, on, on, null));
    }
}
