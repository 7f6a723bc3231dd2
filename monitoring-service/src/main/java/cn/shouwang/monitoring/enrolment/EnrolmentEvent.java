package cn.shouwang.monitoring.enrolment;

import cn.shouwang.monitoring.batch.Staged;
import cn.shouwang.platform.event.Decides;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/// What can happen to a file of the register.
///
/// `division` is the office whose file it is, a town or the county; `on` the day of the act there. Nothing
/// personal is in it.
public sealed interface EnrolmentEvent extends Placed {

    EnrolmentId enrolment();

    LocalDate on();

    /// The file came and every row has its verdict; nothing of it counts yet. `households` can be registered,
    /// and lie in the pieces of `staged` in the order of the file; `refused` are left out as a whole. `digest`
    /// is the hash of all that is staged. A discarded file may come again, as the next `round`.
    @Stored("enrolment.roll-received")
    @Revision("1")
    record RollReceived(
            EnrolmentId enrolment,
            String division,
            int round,
            Staged staged,
            int households,
            int refused,
            String digest,
            LocalDate on)
            implements EnrolmentEvent {}

    /// What has that digest may be registered.
    @Decides(on = RollReceived.class)
    @Stored("enrolment.roll-approved")
    @Revision("1")
    record RollApproved(EnrolmentId enrolment, String division, String digest, LocalDate on)
            implements EnrolmentEvent {}

    @Stored("enrolment.roll-discarded")
    @Revision("1")
    record RollDiscarded(EnrolmentId enrolment, String division, DiscardReason reason, LocalDate on)
            implements EnrolmentEvent {}

    /// The households of one piece are on the register, all but those `left`; pieces count from 0.
    @Stored("enrolment.piece-registered")
    @Revision("1")
    record PieceRegistered(
            EnrolmentId enrolment,
            String division,
            int piece,
            int households,
            int persons,
            List<Left> left,
            LocalDate on)
            implements EnrolmentEvent {

        public PieceRegistered {
            left = List.copyOf(left);
        }
    }

    /// Every piece is; the sums of all.
    @Stored("enrolment.completed")
    @Revision("1")
    record EnrolmentCompleted(
            EnrolmentId enrolment, String division, int households, int persons, int left, LocalDate on)
            implements EnrolmentEvent {}
}
