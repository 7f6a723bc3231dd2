package cn.shouwang.monitoring.report;

import cn.shouwang.monitoring.clue.ClueEvent.ClueClosed;
import cn.shouwang.monitoring.report.ReportCommand.TellResult;
import cn.shouwang.platform.policy.Policy;
import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.springframework.stereotype.Component;

/// A household that reported itself can read what came of it. A clue has one outcome and a report
/// one clue, so the command is never refused.
@Component
class WhenClueClosedThenTellResult implements Policy {

    @Override
    public String name() {
        return "when-clue-closed-then-tell-result";
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(ClueClosed.class);
    }

    @Override
    public void react(Recorded recorded, Reaction reaction) {
        if (recorded.event() instanceof ClueClosed closed && closed.report() != null) {
            reaction.send("result", new TellResult(closed.report(), closed.outcome(), closed.on()), closed.division());
        }
    }
}
