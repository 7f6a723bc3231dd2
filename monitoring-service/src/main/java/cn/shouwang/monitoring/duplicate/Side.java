package cn.shouwang.monitoring.duplicate;

import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.report.ReportId;
import org.jspecify.annotations.Nullable;

/// One of the two: what kind of entry, its id and its village; for a member also the household.
public record Side(SideKind kind, SideId id, @Nullable HouseholdId household, String village) {

    static Side of(MemberId member, HouseholdId household, String village) {
        return new Side(SideKind.MEMBER, SideId.of(member), household, village);
    }

    static Side of(ReportId report, String village) {
        return new Side(SideKind.REPORT, SideId.of(report), null, village);
    }

    static Side of(ClueId clue, String village) {
        return new Side(SideKind.CLUE, SideId.of(clue), null, village);
    }

    /// The clue that follows what this side told; none for a member. That of a report exists only
    /// once the report is accepted.
    @Nullable
    ClueId clue() {
        return switch (kind) {
            case MEMBER -> null;
            case REPORT -> ClueId.of(ReportId.of(id.value()));
            case CLUE -> ClueId.of(id.value());
        };
    }
}
