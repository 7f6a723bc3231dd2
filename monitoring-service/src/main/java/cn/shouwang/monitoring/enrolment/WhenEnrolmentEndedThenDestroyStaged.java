package cn.shouwang.monitoring.enrolment;

import cn.shouwang.monitoring.enrolment.EnrolmentEvent.EnrolmentCompleted;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.PieceRegistered;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.RollApproved;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.RollDiscarded;
import cn.shouwang.monitoring.enrolment.EnrolmentEvent.RollReceived;
import cn.shouwang.platform.attachment.Attachments;
import cn.shouwang.platform.policy.Policy;
import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.sealing.StoredPersonKeys;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.springframework.stereotype.Component;

/// When a file is registered or discarded, what was staged of it goes, and with it the key under which it was
/// sealed: whoever is forgotten later must not be found in a copy of it. The file of errors stays.
@Component
class WhenEnrolmentEndedThenDestroyStaged implements Policy {

    private final Enrolments enrolments;
    private final Attachments attachments;
    private final StoredPersonKeys keys;

    WhenEnrolmentEndedThenDestroyStaged(Enrolments enrolments, Attachments attachments, StoredPersonKeys keys) {
        this.enrolments = enrolments;
        this.attachments = attachments;
        this.keys = keys;
    }

    @Override
    public String name() {
        return "when-enrolment-ended-then-destroy-staged";
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(EnrolmentEvent.class);
    }

    @Override
    public void react(Recorded recorded, Reaction reaction) {
        if (recorded.event() instanceof EnrolmentEvent event) {
            switch (event) {
                case EnrolmentCompleted _, RollDiscarded _ -> destroy(event.enrolment(), recorded);
                case RollReceived _, RollApproved _, PieceRegistered _ -> {}
            }
        }
    }

    private void destroy(EnrolmentId enrolment, Recorded recorded) {
        var round = enrolments.roundAt(enrolment, recorded.sequence());
        var subject = EnrolmentIntake.subject(enrolment, round);
        attachments.remove(subject);
        keys.destroy(List.of(subject));
    }
}
