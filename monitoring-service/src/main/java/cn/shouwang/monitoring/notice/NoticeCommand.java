package cn.shouwang.monitoring.notice;

import static cn.shouwang.platform.security.Role.FIRST_SECRETARY;
import static cn.shouwang.platform.security.Role.GROUP_LEADER;
import static cn.shouwang.platform.security.Role.TEAM_MEMBER;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;
import static cn.shouwang.platform.security.Role.VILLAGE_COMMITTEE;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.identification.Objector;
import cn.shouwang.platform.security.AllowedTo;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked of a notice about a removal. `on` may lie in the past, but not before the step before
/// it and never in the future.
sealed interface NoticeCommand {

    HouseholdId household();

    LocalDate on();

    /// One stream per household.
    @TargetAggregateIdentifier
    default NoticeId notice() {
        return new NoticeId(household());
    }

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY})
    record HangNotice(HouseholdId household, String place, String text, LocalDate on) implements NoticeCommand {}

    @AllowedTo({GROUP_LEADER, VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE})
    record ObjectToNotice(HouseholdId household, Objector by, String text, LocalDate on) implements NoticeCommand {}

    /// `on` is the day the objector was told.
    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TOWN_OFFICE})
    record ResolveNoticeObjection(
            HouseholdId household, int objection, boolean upheld, String explanation, LocalDate on)
            implements NoticeCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY})
    record TakeNoticeDown(HouseholdId household, LocalDate on) implements NoticeCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TOWN_OFFICE})
    record AnnounceRemoval(HouseholdId household, String place, LocalDate on) implements NoticeCommand {}
}
