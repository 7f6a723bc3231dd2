package cn.shouwang.employment.profile;

import cn.shouwang.platform.security.AllowedTo;
import cn.shouwang.platform.security.Role;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked of a labour profile. `on` may lie in the past, never in the future.
sealed interface LabourProfileCommand {

    /// Opens the profile of a member, or confirms it when there is one.
    @AllowedTo({Role.SYSTEM, Role.TOWN_OFFICE, Role.HR_BUREAU})
    record OpenLabourProfile(
            UUID household, UUID member, String village, LabourAbility ability, int cycle, LocalDate on)
            implements LabourProfileCommand {

        @TargetAggregateIdentifier
        LabourProfileId profile() {
            return LabourProfileId.of(household, member);
        }
    }
}
