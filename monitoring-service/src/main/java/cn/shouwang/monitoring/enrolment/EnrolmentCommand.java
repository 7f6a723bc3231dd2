package cn.shouwang.monitoring.enrolment;

import static cn.shouwang.platform.security.Role.COUNTY_LEADER;
import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;
import static cn.shouwang.platform.security.Role.SYSTEM;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;

import cn.shouwang.monitoring.batch.Staged;
import cn.shouwang.platform.security.AllowedTo;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// What may be asked of an enrolment.
sealed interface EnrolmentCommand {

    EnrolmentId enrolment();

    LocalDate on();

    /// The staged pieces are kept already, as those of `round`.
    @AllowedTo({TOWN_OFFICE, COUNTY_OFFICER})
    record ReceiveRoll(
            @TargetAggregateIdentifier EnrolmentId enrolment,
            int round,
            Staged staged,
            int households,
            int refused,
            String digest,
            LocalDate on)
            implements EnrolmentCommand {}

    /// `digest` is that of what the approver saw.
    @AllowedTo({COUNTY_OFFICER, COUNTY_LEADER})
    record ApproveRoll(@TargetAggregateIdentifier EnrolmentId enrolment, String digest, LocalDate on)
            implements EnrolmentCommand {}

    @AllowedTo({TOWN_OFFICE, COUNTY_OFFICER, COUNTY_LEADER})
    record DiscardRoll(@TargetAggregateIdentifier EnrolmentId enrolment, DiscardReason reason, LocalDate on)
            implements EnrolmentCommand {}

    @AllowedTo(SYSTEM)
    record RecordPiece(
            @TargetAggregateIdentifier EnrolmentId enrolment,
            int piece,
            int households,
            int persons,
            List<Left> left,
            LocalDate on)
            implements EnrolmentCommand {}
}
