package cn.shouwang.employment.contract;

import cn.shouwang.employment.profile.LabourAbility;
import java.time.LocalDate;
import java.util.UUID;

/// Contract `employment/labour-profile-opened.v1`.
record LabourProfileOpenedV1(
        UUID profile, UUID household, UUID member, String village, LabourAbility ability, LocalDate openedOn) {}
