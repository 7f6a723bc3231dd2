package cn.shouwang.monitoring.match;

import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;
import static cn.shouwang.platform.security.Role.FIRST_SECRETARY;
import static cn.shouwang.platform.security.Role.SYSTEM;
import static cn.shouwang.platform.security.Role.TEAM_MEMBER;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;
import static cn.shouwang.platform.security.Role.VILLAGE_COMMITTEE;

import cn.shouwang.platform.security.AllowedTo;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked about the proposals to a household.
sealed interface MatchCommand {

    MatchesId matches();

    /// Compares the household as it is today with every policy in force in its village today.
    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TEAM_MEMBER, TOWN_OFFICE, COUNTY_OFFICER, SYSTEM})
    record MatchPolicies(@TargetAggregateIdentifier MatchesId matches) implements MatchCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TOWN_OFFICE, COUNTY_OFFICER})
    record ConfirmMatch(@TargetAggregateIdentifier MatchesId matches, int proposal, LocalDate on)
            implements MatchCommand {}

    @AllowedTo({VILLAGE_COMMITTEE, FIRST_SECRETARY, TOWN_OFFICE, COUNTY_OFFICER})
    record DeclineMatch(
            @TargetAggregateIdentifier MatchesId matches,
            int proposal,
            DeclineReason reason,
            String explanation,
            LocalDate on)
            implements MatchCommand {}
}
