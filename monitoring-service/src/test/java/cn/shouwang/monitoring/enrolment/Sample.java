package cn.shouwang.monitoring.enrolment;

import cn.shouwang.monitoring.batch.Staged;
import cn.shouwang.monitoring.batch.Staged.Piece;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.EnrolmentCompleted;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.PieceRegistered;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.RollApproved;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.RollDiscarded;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.RollReceived;
import cn.shouwang.monitoring.sheet.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// One enrolment of two pieces, step by step.
public final class Sample {

    public static final EnrolmentId ENROLMENT = EnrolmentId.of("enrolment-7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e33");
    public static final LocalDate DAY = LocalDate.of(2025, 4, 2);
    static final String TOWN = "440233101";
    static final String DIGEST = "5f".repeat(32);

    public static final RollReceived RECEIVED = received(1, 3);
    static final RollApproved APPROVED = new RollApproved(ENROLMENT, TOWN, DIGEST, DAY);
    static final RollDiscarded DISCARDED = new RollDiscarded(ENROLMENT, TOWN, DiscardReason.WRONG_FILE, DAY);
    static final PieceRegistered FIRST = new PieceRegistered(ENROLMENT, TOWN, 0, 2, 7, List.of(), DAY);
    static final PieceRegistered SECOND =
            new PieceRegistered(ENROLMENT, TOWN, 1, 0, 0, List.of(new Left(9, "enrolment.person-registered")), DAY);
    static final EnrolmentCompleted COMPLETED = new EnrolmentCompleted(ENROLMENT, TOWN, 2, 7, 1, DAY);

    private Sample() {}

    public static EnrolmentEvent[] decided() {
        return new EnrolmentEvent[] {RECEIVED, APPROVED};
    }

    public static EnrolmentEvent[] completed() {
        return new EnrolmentEvent[] {RECEIVED, APPROVED, FIRST, SECOND, COMPLETED};
    }

    public static EnrolmentEvent[] discarded() {
        return new EnrolmentEvent[] {RECEIVED, DISCARDED};
    }

    static RollReceived received(int round, int households) {
        var subject = ENROLMENT + ":" + round;
        return new RollReceived(
                ENROLMENT,
                TOWN,
                round,
                new Staged(
                        "5f1c",
                        2_048,
                        10,
                        Map.of(Verdict.ACCEPTED, 8, Verdict.HOUSEHOLD_NO_HEAD, 2),
                        List.of(new Piece(subject + ":piece-0", "aa01"), new Piece(subject + ":piece-1", "aa02")),
                        new Piece(ENROLMENT + ":errors-" + round, "aa03")),
                households,
                1,
                DIGEST,
                DAY);
    }
}
