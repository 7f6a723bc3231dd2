package cn.shouwang.employment.contract.monitoring;

import cn.shouwang.employment.profile.LabourAbility;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// The county determined that a household is monitored, as far as it concerns work.
public record HouseholdDetermined(
        UUID household, String village, int cycle, LocalDate determinedOn, List<Member> members) {

    public static final String TYPE = "cn.shouwang.monitoring.household-determined.v1";

    public record Member(UUID member, LabourAbility ability) {}
}
