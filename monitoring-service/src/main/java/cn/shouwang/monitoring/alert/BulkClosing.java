package cn.shouwang.monitoring.alert;

import cn.shouwang.monitoring.alert.AlertCommand.CloseAlert;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.OutOfDivision;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.stereotype.Component;

/// Closes many alerts for one reason, each by an event of its own. One that cannot be closed stops no other
/// and is told by its rule.
@Component
final class BulkClosing {

    /// `position` is that of the last one closed, to wait for; `refused` holds a rule's code by alert.
    record Answer(int closed, Map<String, String> refused, long position) {}

    private final Commands commands;

    BulkClosing(Commands commands) {
        this.commands = commands;
    }

    Answer close(List<AlertId> alerts, CloseReason reason, LocalDate on) {
        var refused = new LinkedHashMap<String, String>();
        var position = -1L;
        for (var alert : alerts) {
            try {
                var accepted = commands.sendPart(new CloseAlert(alert, reason, on), alert.toString());
                position = Math.max(position, accepted.position());
            } catch (RuleBroken refusal) {
                refused.put(alert.toString(), refusal.rule());
            } catch (OutOfDivision | AggregateNotFoundException _) {
                refused.put(alert.toString(), "not-found");
            }
        }
        return new Answer(alerts.size() - refused.size(), refused, position);
    }
}
