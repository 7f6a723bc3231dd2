package cn.shouwang.monitoring.contract;

import cn.shouwang.monitoring.alert.AlertEvent;
import cn.shouwang.monitoring.appeal.AppealEvent;
import cn.shouwang.monitoring.assistance.AssistanceEvent;
import cn.shouwang.monitoring.awareness.AwarenessEvent;
import cn.shouwang.monitoring.batch.BatchEvent;
import cn.shouwang.monitoring.clock.ClockEvent;
import cn.shouwang.monitoring.clue.ClueEvent;
import cn.shouwang.monitoring.contract.HouseholdDeterminedV1.MemberV1;
import cn.shouwang.monitoring.duplicate.DuplicateEvent;
import cn.shouwang.monitoring.duty.DutyEvent;
import cn.shouwang.monitoring.duty.DutyYearEvent;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent;
import cn.shouwang.monitoring.helper.HelperEvent;
import cn.shouwang.monitoring.household.HouseholdEvent;
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
import cn.shouwang.monitoring.incentive.IncentiveRuleEvent;
import cn.shouwang.monitoring.inquiry.InquiryEvent;
import cn.shouwang.monitoring.line.LineEvent;
import cn.shouwang.monitoring.marking.MarkingEvent;
import cn.shouwang.monitoring.match.MatchEvent;
import cn.shouwang.monitoring.notice.NoticeEvent;
import cn.shouwang.monitoring.quality.QualityEvent;
import cn.shouwang.monitoring.receipt.ReceiptEvent;
import cn.shouwang.monitoring.removal.RemovalEvent;
import cn.shouwang.monitoring.report.ReportEvent;
import cn.shouwang.monitoring.slip.SlipEvent;
import cn.shouwang.monitoring.toolbox.PolicyEvent;
import cn.shouwang.platform.messaging.Outgoing;
import cn.shouwang.platform.messaging.Publication;
import cn.shouwang.platform.store.Recorded;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What of this service's history the others hear, on topic `monitoring`.
@Component
class Published implements Publication {

    @Override
    public String topic() {
        return "monitoring";
    }

    @Override
    public Optional<Outgoing> of(Recorded recorded) {
        return switch (recorded.event()) {
            case IdentificationEvent event -> of(event);
            case RemovalEvent event -> PublishedRemovals.of(event);
            case ReportEvent event -> PublishedFindings.of(event);
            case ClueEvent event -> PublishedFindings.of(event);
            case AssistanceEvent event -> PublishedHelp.of(event);
            case HouseholdEvent _,
                    LineEvent _,
                    HelperEvent _,
                    ReceiptEvent _,
                    NoticeEvent _,
                    DuplicateEvent _,
                    QualityEvent _,
                    BatchEvent _,
                    EnrolmentEvent _,
                    AlertEvent _,
                    PolicyEvent _,
                    MarkingEvent _,
                    AppealEvent _,
                    InquiryEvent _,
                    MatchEvent _,
                    IncentiveRuleEvent _,
                    SlipEvent _,
                    DutyYearEvent _,
                    DutyEvent _,
                    ClockEvent _,
                    AwarenessEvent _ -> Optional.empty();
            default ->
                throw new IllegalStateException(
                        "nobody decided whether to publish " + recorded.event().getClass());
        };
    }

    static Optional<Outgoing> of(IdentificationEvent event) {
        return switch (event) {
            case HouseholdDetermined determined ->
                Optional.of(new Outgoing(
                        "monitoring.household-determined.v1",
                        determined.household().toString(),
                        determined(determined)));
            case IdentificationOpened _,
                    VisitAssigned _,
                    HouseholdVisited _,
                    AuthorizationSigned _,
                    AppraisalHeld _,
                    PublicityStarted _,
                    ObjectionRaised _,
                    ObjectionUpheld _,
                    ObjectionDismissed _,
                    PublicityEnded _,
                    TownReviewPassed _,
                    ReturnedByTown _,
                    IdentificationRejected _,
                    ResultAnnounced _ -> Optional.empty();
        };
    }

    private static HouseholdDeterminedV1 determined(HouseholdDetermined determined) {
        var decision = determined.decision();
        return new HouseholdDeterminedV1(
                determined.household().toString(),
                determined.division(),
                determined.cycle(),
                decision.finding().category().name(),
                decision.finding().risks().names(),
                determined.on(),
                decision.incomePerHeadFen(),
                decision.line().amountFen(),
                determined.seen().stream()
                        .map(seen -> new MemberV1(
                                seen.member().toString(), seen.ability().name()))
                        .toList());
    }
}
