package cn.shouwang.monitoring.clue;

import cn.shouwang.monitoring.clue.ClueCommand.RegisterReportedClue;
import cn.shouwang.monitoring.report.ReportEvent.ReportAccepted;
import cn.shouwang.monitoring.report.Way;
import cn.shouwang.platform.policy.Policy;
import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.springframework.stereotype.Component;

/// Every accepted report is followed as one clue.
@Component
class WhenReportAcceptedThenRegisterClue implements Policy {

    @Override
    public String name() {
        return "when-report-accepted-then-register-clue";
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(ReportAccepted.class);
    }

    @Override
    public void react(Recorded recorded, Reaction reaction) {
        if (recorded.event() instanceof ReportAccepted accepted) {
            reaction.send("clue", command(accepted), accepted.division());
        }
    }

    private static RegisterReportedClue command(ReportAccepted accepted) {
        var applicant = accepted.applicant();
        return new RegisterReportedClue(
                ClueId.of(accepted.report()),
                accepted.division(),
                channel(accepted.way()),
                accepted.report(),
                new Subject(applicant.name(), applicant.phone(), applicant.document()),
                accepted.reasons(),
                accepted.on());
    }

    private static ClueChannel channel(Way way) {
        return switch (way) {
            case QR -> ClueChannel.SELF_QR;
            case DELEGATED -> ClueChannel.SELF_DELEGATED;
            case PHONE -> ClueChannel.SELF_PHONE;
            case WINDOW -> ClueChannel.SELF_WINDOW;
        };
    }
}
