package cn.shouwang.monitoring.contract;

import cn.shouwang.monitoring.clue.ClueEvent;
import cn.shouwang.monitoring.clue.ClueEvent.ClueAssigned;
import cn.shouwang.monitoring.clue.ClueEvent.ClueClosed;
import cn.shouwang.monitoring.clue.ClueEvent.ClueEscalated;
import cn.shouwang.monitoring.clue.ClueEvent.ClueRegistered;
import cn.shouwang.monitoring.report.ReportEvent;
import cn.shouwang.monitoring.report.ReportEvent.Arrival;
import cn.shouwang.monitoring.report.ReportEvent.MarkedAsCrowded;
import cn.shouwang.monitoring.report.ReportEvent.PhotoAdded;
import cn.shouwang.monitoring.report.ReportEvent.RefusalTold;
import cn.shouwang.monitoring.report.ReportEvent.ReportAccepted;
import cn.shouwang.monitoring.report.ReportEvent.ReportRefused;
import cn.shouwang.monitoring.report.ReportEvent.ReportWithdrawn;
import cn.shouwang.monitoring.report.ReportEvent.ResultTold;
import cn.shouwang.monitoring.report.ReportEvent.WithdrawalUnproven;
import cn.shouwang.monitoring.report.Way;
import cn.shouwang.platform.messaging.Outgoing;
import java.util.Objects;
import java.util.Optional;

/// How the others hear that hardship was reported or seen: where, when and by which way, and nothing of whom.
final class PublishedFindings {

    private PublishedFindings() {}

    static Optional<Outgoing> of(ReportEvent event) {
        return switch (event) {
            case Arrival arrival ->
                Optional.of(new Outgoing(
                        "monitoring.report-received.v1",
                        arrival.report().toString(),
                        new ReportReceivedV1(
                                arrival.report().toString(),
                                arrival.division(),
                                Way.of(arrival).name(),
                                arrival.on())));
            case ReportAccepted _,
                    ReportRefused _,
                    RefusalTold _,
                    WithdrawalUnproven _,
                    MarkedAsCrowded _,
                    PhotoAdded _,
                    ReportWithdrawn _,
                    ResultTold _ -> Optional.empty();
        };
    }

    static Optional<Outgoing> of(ClueEvent event) {
        return switch (event) {
            case ClueRegistered registered ->
                Optional.of(new Outgoing(
                        "monitoring.clue-registered.v1",
                        registered.clue().toString(),
                        new ClueRegisteredV1(
                                registered.clue().toString(),
                                registered.division(),
                                registered.channel().name(),
                                Objects.toString(registered.report(), null),
                                registered.on())));
            case ClueAssigned _, ClueEscalated _, ClueClosed _ -> Optional.empty();
        };
    }
}
