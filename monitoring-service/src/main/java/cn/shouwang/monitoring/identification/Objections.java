package cn.shouwang.monitoring.identification;

import static java.time.temporal.ChronoUnit.DAYS;

import cn.shouwang.platform.rule.RuleBroken;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/// The objections of one case. While any is open, the notice stays up and the clock of the procedure
/// stands still.
public final class Objections {

    private final Set<Integer> open = new HashSet<>();
    private int raised;
    private LocalDate stoppedOn = LocalDate.MIN;
    private int daysOpen;

    public void raised(int objection, LocalDate on) {
        if (open.isEmpty()) {
            stoppedOn = on;
        }
        open.add(objection);
        raised = objection;
    }

    public void resolved(int objection, LocalDate on) {
        open.remove(objection);
        if (open.isEmpty()) {
            daysOpen += (int) DAYS.between(stoppedOn, on);
        }
    }

    public int next() {
        return raised + 1;
    }

    /// Days on which an objection was open, of all that are settled; overlapping ones count once.
    int daysOpen() {
        return daysOpen;
    }

    public void mustBeOpen(int objection) {
        if (!open.contains(objection)) {
            throw new RuleBroken("identification.no-such-objection", "objection %d is not open".formatted(objection));
        }
    }

    public void mustBeSettled() {
        if (!open.isEmpty()) {
            throw new RuleBroken("identification.objection-open", "%d objections are open".formatted(open.size()));
        }
    }
}
