package cn.shouwang.employment.profile;

import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/// What can happen to a labour profile.
///
/// `division` is the member's village at that time; `on` is the day in the village on which the
/// household was determined, or the ability asked by hand. `cycle` counts how often the household
/// has come to be monitored.
public sealed interface LabourProfileEvent extends Placed {

    LabourProfileId profile();

    LabourAbility ability();

    int cycle();

    LocalDate on();

    @Stored("profile.opened")
    @Revision("1")
    record LabourProfileOpened(
            LabourProfileId profile,
            String division,
            UUID household,
            UUID member,
            LabourAbility ability,
            int cycle,
            LocalDate on)
            implements LabourProfileEvent {}

    /// The member was found able to work again, with the ability that holds from now on.
    @Stored("profile.confirmed")
    @Revision("1")
    record LabourProfileConfirmed(
            LabourProfileId profile, String division, LabourAbility ability, int cycle, LocalDate on)
            implements LabourProfileEvent {}
}
