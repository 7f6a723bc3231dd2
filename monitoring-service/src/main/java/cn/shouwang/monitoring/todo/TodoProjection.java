package cn.shouwang.monitoring.todo;

import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import cn.shouwang.monitoring.alert.AlertEvent;
import cn.shouwang.monitoring.alert.AlertEvent.AlertClosed;
import cn.shouwang.monitoring.alert.AlertEvent.AlertDispatched;
import cn.shouwang.monitoring.alert.AlertEvent.AlertRaised;
import cn.shouwang.monitoring.alert.AlertEvent.AlertVerified;
import cn.shouwang.monitoring.appeal.AppealEvent;
import cn.shouwang.monitoring.appeal.AppealEvent.AppealDismissed;
import cn.shouwang.monitoring.appeal.AppealEvent.AppealFiled;
import cn.shouwang.monitoring.appeal.AppealEvent.AppealGranted;
import cn.shouwang.monitoring.assistance.AssistanceEvent;
import cn.shouwang.monitoring.batch.BatchEvent;
import cn.shouwang.monitoring.batch.BatchEvent.BatchAnnounced;
import cn.shouwang.monitoring.batch.BatchEvent.BatchApproved;
import cn.shouwang.monitoring.batch.BatchEvent.BatchCompared;
import cn.shouwang.monitoring.batch.BatchEvent.BatchDiscarded;
import cn.shouwang.monitoring.batch.BatchEvent.DatasetReceived;
import cn.shouwang.monitoring.clock.ClockEvent;
import cn.shouwang.monitoring.clue.ClueEvent;
import cn.shouwang.monitoring.clue.ClueEvent.ClueAssigned;
import cn.shouwang.monitoring.clue.ClueEvent.ClueClosed;
import cn.shouwang.monitoring.clue.ClueEvent.ClueEscalated;
import cn.shouwang.monitoring.clue.ClueEvent.ClueRegistered;
import cn.shouwang.monitoring.comparison.Effect;
import cn.shouwang.monitoring.duplicate.DuplicateEvent;
import cn.shouwang.monitoring.duplicate.DuplicateEvent.Link;
import cn.shouwang.monitoring.duty.DutyEvent;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.EnrolmentCompleted;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.PieceRegistered;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.RollApproved;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.RollDiscarded;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.RollReceived;
import cn.shouwang.monitoring.helper.HelperEvent;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeDisputed;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeUpheld;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdDetermined;
import cn.shouwang.monitoring.inquiry.InquiryEvent;
import cn.shouwang.monitoring.marking.MarkingEvent;
import cn.shouwang.monitoring.match.MatchEvent;
import cn.shouwang.monitoring.match.MatchEvent.MatchConfirmed;
import cn.shouwang.monitoring.match.MatchEvent.MatchDeclined;
import cn.shouwang.monitoring.match.MatchEvent.MatchLapsed;
import cn.shouwang.monitoring.match.MatchEvent.MatchProposed;
import cn.shouwang.monitoring.notice.NoticeEvent;
import cn.shouwang.monitoring.quality.QualityEvent;
import cn.shouwang.monitoring.removal.RemovalEvent;
import cn.shouwang.monitoring.removal.RemovalEvent.NaturalDecreaseRecorded;
import cn.shouwang.monitoring.report.ReportEvent;
import cn.shouwang.monitoring.report.ReportEvent.Arrival;
import cn.shouwang.monitoring.report.ReportEvent.MarkedAsCrowded;
import cn.shouwang.monitoring.report.ReportEvent.PhotoAdded;
import cn.shouwang.monitoring.report.ReportEvent.RefusalTold;
import cn.shouwang.monitoring.report.ReportEvent.ReportAccepted;
import cn.shouwang.monitoring.report.ReportEvent.ReportRefused;
import cn.shouwang.monitoring.report.ReportEvent.ReportWithdrawn;
import cn.shouwang.monitoring.report.ReportEvent.ResultTold;
import cn.shouwang.monitoring.report.ReportEvent.WithdrawalUnproven;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.time.LocalDate;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps `todo`, one row per report, clue, case, measure, removal, objection, batch, enrolment, alert,
/// proposal, duty, household to be visited and assigned issue of the data: `{_id, kind, subject, division,
/// step?, roles?, since?, dueOn?, decideBy?, objection?, proposal?, issue?, duplicates?: [pair]}`.
///
/// `kind` is REPORT, CLUE, CASE, COMPARISON, CLOCK, MARKING, APPEAL, HELP, MEASURE, REMOVAL,
/// OBJECTION, NOTICE_OBJECTION, BATCH, ENROLMENT, ALERT, MATCH, DUTY, VISIT or ISSUE; `subject` the
/// id under which the caller finds it. `step` and what follows is absent when nothing is to be
/// done. `dueOn` is the day of this very step, `decideBy` that of the whole case. Days are ISO
/// text. A clue whose `duplicates` holds a pair is merged into another one, and its steps rest.
@Component
class TodoProjection implements Projection {

    static final String NAME = "todo";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 6;
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(
                ReportEvent.class,
                ClueEvent.class,
                IdentificationEvent.class,
                AssistanceEvent.class,
                HelperEvent.class,
                RemovalEvent.class,
                NoticeEvent.class,
                DuplicateEvent.class,
                BatchEvent.class,
                EnrolmentEvent.class,
                AlertEvent.class,
                MatchEvent.class,
                DutyEvent.class,
                QualityEvent.class,
                ClockEvent.class,
                MarkingEvent.class,
                AppealEvent.class,
                InquiryEvent.class,
                BaseTypeDisputed.class,
                BaseTypeCorrected.class,
                BaseTypeUpheld.class);
    }

    @Override
    public List<String> foundBy(String row) {
        return List.of();
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("roles", "division", "since"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        switch (recorded.event()) {
            case HouseholdEvent event -> BaseTypeSteps.on(event, rows);
            case ReportEvent event ->
                rows.advance(
                        "report-" + event.report(),
                        row("REPORT", event.report().toString(), event.division(), change(event)));
            case ClueEvent event ->
                rows.advance(
                        "clue-" + event.clue(), row("CLUE", event.clue().toString(), event.division(), change(event)));
            case IdentificationEvent event -> {
                CaseSteps.on(event, rows);
                ClockSteps.on(event, rows);
                MarkingSteps.on(event, rows);
                InquirySteps.on(event, rows);
                if (event instanceof HouseholdDetermined determined) {
                    HelpSteps.on(determined, rows);
                }
            }
            case ClockEvent event -> ClockSteps.on(event, rows);
            case MarkingEvent event -> MarkingSteps.on(event, rows);
            case InquiryEvent event -> InquirySteps.on(event, rows);
            case AppealEvent event ->
                rows.advance(
                        event.appeal().toString(),
                        row("APPEAL", event.household().toString(), event.division(), change(event)));
            case AssistanceEvent event -> HelpSteps.on(event, rows);
            case HelperEvent event -> VisitSteps.on(event, rows);
            case RemovalEvent event -> {
                RemovalSteps.on(event, rows);
                HelpSteps.on(event, rows);
                if (event instanceof NaturalDecreaseRecorded decrease) {
                    VisitSteps.on(decrease, rows);
                }
            }
            case NoticeEvent event -> RemovalSteps.on(event, rows);
            case BatchEvent event ->
                rows.advance(
                        event.batch().toString(),
                        row("BATCH", event.batch().toString(), event.division(), change(event)));
            case EnrolmentEvent event ->
                rows.advance(
                        event.enrolment().toString(),
                        row("ENROLMENT", event.enrolment().toString(), event.division(), change(event)));
            case AlertEvent event ->
                rows.advance(
                        event.alert().toString(),
                        row("ALERT", event.alert().toString(), event.division(), change(event)));
            case MatchEvent event -> rows.advance(event.matches() + ":" + event.proposal(), change(event));
            case DutyEvent event ->
                rows.advance(
                        event.duty().toString(),
                        row("DUTY", event.duty().toString(), event.division(), DutySteps.next(event)));
            case QualityEvent event -> IssueSteps.on(event, rows);
            case Link link when link.resting() != null -> rows.advance("clue-" + link.resting(), change(link));
            default -> {}
        }
    }

    static Bson change(ReportEvent event) {
        return switch (event) {
            case Arrival arrival -> due(Step.ANSWER_REPORT, arrival.on(), arrival.acceptBy());
            case ReportRefused refused -> due(Step.TELL_REFUSAL, refused.on(), refused.tellBy());
            case ReportAccepted _, RefusalTold _, ReportWithdrawn _, ResultTold _ -> done();
            case WithdrawalUnproven _, MarkedAsCrowded _, PhotoAdded _ -> combine();
        };
    }

    static Bson change(ClueEvent event) {
        return switch (event) {
            case ClueRegistered registered ->
                combine(due(Step.ASSIGN_CLUE, registered.on(), registered.dueOn()), set("duplicates", List.of()));
            case ClueAssigned assigned -> due(followedBy(assigned.office()), assigned.on(), assigned.dueOn());
            case ClueEscalated escalated ->
                due(
                        switch (escalated.level()) {
                            case VILLAGE -> Step.FOLLOW_CLUE;
                            case TOWN -> Step.FOLLOW_CLUE_AS_TOWN;
                            case COUNTY -> Step.FOLLOW_CLUE_AS_COUNTY;
                        },
                        escalated.on(),
                        escalated.dueOn());
            case ClueClosed _ -> done();
        };
    }

    static Bson change(AppealEvent event) {
        return switch (event) {
            case AppealFiled filed -> due(Step.ANSWER_APPEAL, filed.on(), filed.answerBy());
            case AppealDismissed _, AppealGranted _ -> done();
        };
    }

    static Bson change(BatchEvent event) {
        return switch (event) {
            case DatasetReceived received -> due(Step.APPROVE_BATCH, received.on(), null);
            case BatchAnnounced _, BatchApproved _, BatchDiscarded _, BatchCompared _ -> done();
        };
    }

    /// A negative check is looked at in the case, not by itself.
    static Bson change(EnrolmentEvent event) {
        return switch (event) {
            case RollReceived received -> due(Step.APPROVE_ROLL, received.on(), null);
            case RollApproved _, RollDiscarded _, PieceRegistered _, EnrolmentCompleted _ -> done();
        };
    }

    static Bson change(AlertEvent event) {
        return switch (event) {
            case AlertRaised raised when raised.effect() == Effect.ALERT -> due(Step.JUDGE_ALERT, raised.on(), null);
            case AlertRaised _, AlertClosed _, AlertDispatched _, AlertVerified _ -> done();
        };
    }

    static Bson change(MatchEvent event) {
        var household = event.household().toString();
        return combine(
                set("proposal", event.proposal()),
                row(
                        "MATCH",
                        household,
                        event.division(),
                        switch (event) {
                            case MatchProposed proposed -> due(Step.CONFIRM_MATCH, proposed.on(), null);
                            case MatchConfirmed _, MatchDeclined _, MatchLapsed _ -> done();
                        }));
    }

    static Bson change(Link link) {
        var pair = link.duplicate().toString();
        return link.made() ? addToSet("duplicates", pair) : pull("duplicates", pair);
    }

    private static Step followedBy(String office) {
        return switch (office.length()) {
            case 12 -> Step.FOLLOW_CLUE;
            case 9 -> Step.FOLLOW_CLUE_AS_TOWN;
            default -> Step.FOLLOW_CLUE_AS_COUNTY;
        };
    }

    static Bson row(String kind, String subject, String division, Bson change) {
        return combine(set("kind", kind), set("subject", subject), set("division", division), change);
    }

    static Bson due(Step step, LocalDate since, @Nullable LocalDate dueOn) {
        return combine(
                set("step", step.name()),
                set("roles", step.roles()),
                set("since", since.toString()),
                dueOn == null ? unset("dueOn") : set("dueOn", dueOn.toString()));
    }

    static Bson done() {
        return combine(unset("step"), unset("roles"), unset("since"), unset("dueOn"));
    }
}
