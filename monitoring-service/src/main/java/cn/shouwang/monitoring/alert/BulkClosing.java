package cn.shouwang.monitoring.alert;

import cn.shouwang.monitoring.alert.AlertCommand.CloseAlert;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.command.Together;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Closes many alerts for one reason, each by an event of its own; see [Together].
@Component
final class BulkClosing {

    /// `position` is that of the last one closed, to wait for; `refused` holds a rule's code by alert.
    record Answer(int closed, Map<String, String> refused, long position) {}

    private final Together together;

    BulkClosing(Commands commands) {
        this.together = new Together(commands);
    }

    Answer close(List<AlertId> alerts, CloseReason reason, LocalDate on) {
        var closings = new LinkedHashMap<String, CloseAlert>();
        alerts.forEach(alert -> closings.put(alert.toString(), new CloseAlert(alert, reason, on)));
        var done = together.send(closings);
        return new Answer(done.done(), done.refused(), done.position());
    }
}
