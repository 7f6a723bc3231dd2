package cn.shouwang.monitoring.contract.workteam;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/// A member of a work team visited a household, `at` an instant of day `on`. What was said stays with the
/// team; what was found wanting is told.
public record HouseholdVisited(
        UUID visit,
        UUID household,
        String village,
        String visitor,
        Mode mode,
        boolean housingProblem,
        boolean childOutOfSchool,
        boolean waterProblem,
        boolean memberUninsured,
        Instant at,
        LocalDate on) {

    public static final String TYPE = "cn.shouwang.workteam.household-visited.v1";

    /// How the household was seen. One that this service does not know yet reads as UNKNOWN, so that what to do
    /// about it is decided where the visit is taken in.
    public enum Mode {
        ONSITE,
        PHONE,
        VIDEO,
        UNKNOWN;

        @JsonCreator
        static Mode of(String text) {
            return Arrays.stream(values())
                    .filter(mode -> mode.name().equals(text))
                    .findFirst()
                    .orElse(UNKNOWN);
        }
    }
}
