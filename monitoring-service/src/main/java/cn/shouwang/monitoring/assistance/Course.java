package cn.shouwang.monitoring.assistance;

import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureApproved;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureDelivered;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureEnded;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasurePlanned;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.platform.rule.RuleBroken;
import java.time.LocalDate;

/// One measure: how far it has come and what its next step must respect. `latest` is the day of its last
/// step.
record Course(
        int cycle, Family family, RiskType risk, String planner, State state, boolean delivered, LocalDate latest) {

    /// PLANNED, then APPROVED, then IN_PROGRESS from the first delivery on, until it ends.
    enum State {
        PLANNED,
        APPROVED,
        IN_PROGRESS,
        COMPLETED,
        CANCELLED;

        boolean isOver() {
            return this == COMPLETED || this == CANCELLED;
        }
    }

    static Course of(MeasurePlanned planned) {
        var plan = planned.plan();
        return new Course(
                planned.cycle(), plan.family(), plan.risk(), planned.planner(), State.PLANNED, false, planned.on());
    }

    /// After a further step of this measure.
    Course after(AssistanceEvent event) {
        return switch (event) {
            case MeasureApproved _ -> at(State.APPROVED, delivered, event.on());
            case MeasureDelivered _ -> at(State.IN_PROGRESS, true, event.on());
            case MeasureEnded ended ->
                at(ended.ending() == Ending.COMPLETED ? State.COMPLETED : State.CANCELLED, delivered, event.on());
            default -> this;
        };
    }

    private Course at(State state, boolean delivered, LocalDate on) {
        return new Course(cycle, family, risk, planner, state, delivered, on);
    }

    /// Whether something of it reached the household and it was not called off.
    boolean isInPlace() {
        return delivered && state != State.CANCELLED;
    }

    void mustBePlanned(LocalDate on) {
        if (state != State.PLANNED) {
            throw new RuleBroken("assistance.not-planned", "the measure is %s".formatted(state));
        }
        mustFollow(on);
    }

    /// Whoever planned it does not approve it.
    void mustNotHavePlanned(String account) {
        if (planner.equals(account)) {
            throw new RuleBroken("assistance.approver-planned", "whoever planned a measure does not approve it");
        }
    }

    void mustBeRunning(LocalDate on) {
        if (state != State.APPROVED && state != State.IN_PROGRESS) {
            throw new RuleBroken("assistance.not-running", "the measure is %s".formatted(state));
        }
        mustFollow(on);
    }

    /// What was never delivered is cancelled, not completed.
    void mustAllow(Ending ending, LocalDate on) {
        if (state.isOver()) {
            throw new RuleBroken("assistance.ended", "the measure is %s".formatted(state));
        }
        if (ending == Ending.COMPLETED && !delivered) {
            throw new RuleBroken("assistance.nothing-delivered", "nothing of the measure was delivered");
        }
        mustFollow(on);
    }

    private void mustFollow(LocalDate on) {
        if (on.isBefore(latest)) {
            throw new RuleBroken("assistance.date-before", "%s is before the last step".formatted(on));
        }
    }
}
