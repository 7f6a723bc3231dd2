package cn.shouwang.monitoring.update;

import cn.shouwang.monitoring.alert.AlertEvent;
import cn.shouwang.monitoring.appeal.AppealEvent;
import cn.shouwang.monitoring.assistance.AssistanceEvent;
import cn.shouwang.monitoring.batch.BatchEvent;
import cn.shouwang.monitoring.clock.ClockEvent;
import cn.shouwang.monitoring.clue.ClueEvent;
import cn.shouwang.monitoring.duplicate.DuplicateEvent;
import cn.shouwang.monitoring.duty.DutyEvent;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent;
import cn.shouwang.monitoring.helper.HelperEvent;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeDisputed;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeUpheld;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.inquiry.InquiryEvent;
import cn.shouwang.monitoring.marking.MarkingEvent;
import cn.shouwang.monitoring.match.MatchEvent;
import cn.shouwang.monitoring.notice.NoticeEvent;
import cn.shouwang.monitoring.quality.QualityEvent;
import cn.shouwang.monitoring.removal.RemovalEvent;
import cn.shouwang.monitoring.report.ReportEvent;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.store.Recorded;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// That something has changed: `{"position": 123, "what": ["case", "todo"], "subject": "…"}`.
///
/// Ids and kinds, nothing about a person. `what` is `todo` when the open work of somebody may be
/// another now, and the kind of thing it happened to; `subject` the id under which the caller finds it, absent
/// when several have changed. A GET with `Log-Position: <position>` sees all of it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record Change(
        long position, SortedSet<String> what, @Nullable String subject) {

    static final String TODO = "todo";

    /// The histories that anything is told of.
    static final List<Class<?>> READS = List.of(
            ReportEvent.class,
            ClueEvent.class,
            HouseholdEvent.class,
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
            InquiryEvent.class);

    static Optional<Change> of(Recorded recorded) {
        if (!(recorded.event() instanceof Placed event)) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (event) {
                    case ReportEvent it -> work(recorded, "report", it.report());
                    case ClueEvent it -> work(recorded, "clue", it.clue());
                    case BaseTypeDisputed it -> work(recorded, "household", it.household());
                    case BaseTypeCorrected it -> work(recorded, "household", it.household());
                    case BaseTypeUpheld it -> work(recorded, "household", it.household());
                    case HouseholdEvent it -> change(recorded, "household", it.household());
                    case IdentificationEvent it -> work(recorded, "case", it.household());
                    case ClockEvent it -> work(recorded, "case", it.household());
                    case MarkingEvent it -> work(recorded, "case", it.household());
                    case InquiryEvent it -> work(recorded, "case", it.household());
                    case AppealEvent it -> work(recorded, "appeal", it.household());
                    case AssistanceEvent it -> work(recorded, "measure", it.household());
                    case HelperEvent it -> work(recorded, "visit", it.household());
                    case RemovalEvent it -> work(recorded, "removal", it.household());
                    case NoticeEvent it -> work(recorded, "removal", it.household());
                    case DuplicateEvent it -> work(recorded, "duplicate", it.duplicate());
                    case BatchEvent it -> work(recorded, "batch", it.batch());
                    case EnrolmentEvent it -> work(recorded, "enrolment", it.enrolment());
                    case AlertEvent it -> work(recorded, "alert", it.alert());
                    case MatchEvent it -> work(recorded, "match", it.household());
                    case DutyEvent it -> work(recorded, "duty", it.duty());
                    case QualityEvent it -> work(recorded, "issue", it.household());
                    default -> null;
                });
    }

    private static Change work(Recorded recorded, String kind, Object subject) {
        return new Change(recorded.position(), new TreeSet<>(List.of(TODO, kind)), subject.toString());
    }

    private static Change change(Recorded recorded, String kind, Object subject) {
        return new Change(recorded.position(), new TreeSet<>(List.of(kind)), subject.toString());
    }

    /// This and a later one, told at once.
    Change and(Change later) {
        var both = new TreeSet<>(what);
        both.addAll(later.what);
        var same = subject != null && subject.equals(later.subject) ? subject : null;
        return new Change(Math.max(position, later.position), both, same);
    }

    /// For who works on no household: that there may be other work, and of nothing else.
    Optional<Change> workOnly() {
        return what.contains(TODO)
                ? Optional.of(new Change(position, new TreeSet<>(List.of(TODO)), null))
                : Optional.empty();
    }
}
