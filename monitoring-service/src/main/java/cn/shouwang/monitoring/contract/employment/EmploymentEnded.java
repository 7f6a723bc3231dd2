package cn.shouwang.monitoring.contract.employment;

import java.time.LocalDate;
import java.util.UUID;

/// A member's work of that number ended.
public record EmploymentEnded(UUID engagement, UUID household, UUID member, String village, LocalDate endedOn) {

    public static final String TYPE = "cn.shouwang.employment.employment-ended.v1";
}
