package cn.shouwang.monitoring.contract.workteam;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// A member of a work team visited a household, `at` an instant of day `on`; `mode` is ONSITE, PHONE or VIDEO.
/// What was said stays with the team; what was found wanting is told.
public record HouseholdVisited(
        UUID visit,
        UUID household,
        String village,
        String visitor,
        String mode,
        boolean housingProblem,
        boolean childOutOfSchool,
        boolean waterProblem,
        boolean memberUninsured,
        Instant at,
        LocalDate on) {

    public static final String TYPE = "cn.shouwang.workteam.household-visited.v1";
}
