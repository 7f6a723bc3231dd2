package cn.shouwang.platform.command;

import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.OutOfDivision;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.modelling.command.AggregateNotFoundException;

/// Sends the commands of a request that is a list, each with an event of its own. One that is refused stops no
/// other and is told by its rule; what is not there, or lies elsewhere, is `not-found`.
///
/// A request that is repeated under its key stores nothing twice and tries again what was refused.
public final class Together {

    private static final String NOT_FOUND = "not-found";

    private final Commands commands;

    public Together(Commands commands) {
        this.commands = commands;
    }

    /// How many were done, a rule's code for each that was not, and the position of the last one done, to wait
    /// for; -1 for none.
    public record Done(int done, Map<String, String> refused, long position) {

        public Done {
            refused = new LinkedHashMap<>(refused);
        }
    }

    /// Sends in the name of the signed-in caller, in order; the keys tell the commands apart.
    public Done send(Map<String, ?> commands) {
        var refused = new LinkedHashMap<String, String>();
        var position = -1L;
        for (var part : commands.entrySet()) {
            try {
                var accepted = this.commands.sendPart(part.getValue(), part.getKey());
                position = Math.max(position, accepted.position());
            } catch (RuleBroken refusal) {
                refused.put(part.getKey(), refusal.rule());
            } catch (OutOfDivision | AggregateNotFoundException _) {
                refused.put(part.getKey(), NOT_FOUND);
            }
        }
        return new Done(commands.size() - refused.size(), refused, position);
    }
}
