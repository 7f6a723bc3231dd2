package cn.shouwang.monitoring.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// `monitoring.clue-registered.v1`: a hint that a household may be in difficulty is followed.
///
/// `channel` is one of the ways of finding. `report` is the accepted report it came from, which was told when
/// it came in; left out for what others saw.
@JsonInclude(Include.NON_NULL)
public record ClueRegisteredV1(
        String clue,
        String village,
        String channel,
        @Nullable String report,
        LocalDate registeredOn) {}
