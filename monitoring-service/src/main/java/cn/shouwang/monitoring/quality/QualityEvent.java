package cn.shouwang.monitoring.quality;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.event.Personal;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.event.Whose;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/// What can happen to the issues of one household.
///
/// `issue` counts them from 1; what is found again after it was fixed is another issue. `division`
/// is the village, `on` the village day.
public sealed interface QualityEvent extends Placed {

    HouseholdId household();

    int issue();

    LocalDate on();

    /// `edition` is the first day of the figures that the rule used.
    @Stored("quality.issue-found")
    @Revision("1")
    record DataQualityIssueFound(
            HouseholdId household, String division, int issue, Finding finding, LocalDate edition, LocalDate on)
            implements QualityEvent {}

    /// The office of division `office` is to put it right until `dueOn`.
    @Stored("quality.issue-assigned")
    @Revision("1")
    record IssueAssigned(
            HouseholdId household, String division, int issue, String office, LocalDate dueOn, LocalDate on)
            implements QualityEvent {}

    /// The rule finds it no longer.
    @Stored("quality.issue-fixed")
    @Revision("1")
    record IssueFixed(HouseholdId household, String division, int issue, LocalDate on) implements QualityEvent {}

    /// It is as the register says; `told` counts the facts for which that holds. The words may name
    /// anyone of the household, and are sealed for this issue alone.
    @Stored("quality.issue-explained")
    @Revision("1")
    record IssueExplained(
            HouseholdId household,
            String division,
            int issue,
            long told,
            @Whose("household+issue:quality") @Personal String reason,
            LocalDate on)
            implements QualityEvent {

        /// Under which the words are sealed.
        public static String subject(String household, int issue) {
            return household + ":" + issue + ":quality";
        }
    }
}
