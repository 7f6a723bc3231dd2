package cn.shouwang.monitoring.line;

import static cn.shouwang.platform.security.Role.COUNTY_LEADER;
import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;
import static cn.shouwang.platform.security.Role.SYSTEM;

import cn.shouwang.platform.security.AllowedTo;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked of a line. `on` is the day it was published or corrected.
sealed interface LineCommand {

    LineId line();

    @AllowedTo({COUNTY_OFFICER, COUNTY_LEADER, SYSTEM})
    record PublishLine(@TargetAggregateIdentifier LineId line, LineTerms terms, LocalDate on) implements LineCommand {}

    @AllowedTo({COUNTY_OFFICER, COUNTY_LEADER})
    record CorrectLine(@TargetAggregateIdentifier LineId line, LineTerms terms, String reason, LocalDate on)
            implements LineCommand {}
}
