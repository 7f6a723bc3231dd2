package cn.shouwang.platform.reading;

import static cn.shouwang.platform.security.Role.*;

import cn.shouwang.platform.security.AllowedTo;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// What may be asked to be put on record. The roles are those that can be in the situation; for which
/// purpose they may see what is decided by [Purpose].
sealed interface ReadingCommand {

    ReadingId reading();

    @AllowedTo({GROUP_LEADER, VILLAGE_COMMITTEE, FIRST_SECRETARY, TOWN_OFFICE, COUNTY_OFFICER, COUNTY_LEADER, AUDITOR})
    record RecordReveal(
            @TargetAggregateIdentifier ReadingId reading,
            String division,
            String about,
            String subject,
            Field field,
            Purpose purpose,
            @Nullable String note,
            Instant until)
            implements ReadingCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TOWN_OFFICE, COUNTY_OFFICER, COUNTY_LEADER, AUDITOR})
    record RecordSearch(
            @TargetAggregateIdentifier ReadingId reading,
            String division,
            SearchKey by,
            Purpose purpose,
            @Nullable String note,
            int found,
            List<String> about)
            implements ReadingCommand {}

    @AllowedTo({TOWN_OFFICE, COUNTY_OFFICER, COUNTY_LEADER, AUDITOR})
    record RecordExport(
            @TargetAggregateIdentifier ReadingId reading,
            String division,
            String what,
            long rows,
            Purpose purpose,
            @Nullable String approver)
            implements ReadingCommand {}

    /// Everyone who signs in can be refused.
    @AllowedTo({
        GROUP_LEADER,
        VILLAGE_COMMITTEE,
        FIRST_SECRETARY,
        TEAM_MEMBER,
        TOWN_OFFICE,
        TOWN_PARTY_SECRETARY,
        TEAM_LEADER,
        COUNTY_OFFICER,
        COUNTY_LEADER,
        DEPARTMENT_OFFICER,
        HR_BUREAU,
        FINANCE_BUREAU,
        BANK_OFFICER,
        PAIRING_HQ,
        AUDITOR,
        SYSTEM_ADMIN,
        SECURITY_ADMIN,
        AUDIT_ADMIN
    })
    record RecordRefusal(
            @TargetAggregateIdentifier ReadingId reading,
            String division,
            String method,
            String route,
            String code,
            long count,
            Instant firstAt,
            Instant lastAt)
            implements ReadingCommand {}
}
