package cn.shouwang.monitoring.clue;

import cn.shouwang.monitoring.clue.ClueCommand.RegisterAlertedClue;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.identification.Identifications;
import cn.shouwang.monitoring.identification.Identifications.Current;
import cn.shouwang.monitoring.receipt.ReceiptEvent;
import cn.shouwang.monitoring.receipt.ReceiptEvent.LoanFellOverdue;
import cn.shouwang.monitoring.receipt.ReceiptEvent.WorkEnded;
import cn.shouwang.platform.policy.Policy;
import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.store.Recorded;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Whoever was lifted out of poverty, or is monitored now, and loses the last work there was or cannot pay
/// back a loan, is looked at again. Of other households such news is nobody's business here.
@Component
class WhenEarningFailsThenRegisterClue implements Policy {

    private final Predicate<HouseholdId> isWatched;

    @Autowired
    WhenEarningFailsThenRegisterClue(Register register, Identifications identifications) {
        this(household -> register.of(household).baseType() == BaseType.LIFTED
                || identifications
                        .current(household)
                        .filter(Current::isMonitored)
                        .isPresent());
    }

    WhenEarningFailsThenRegisterClue(Predicate<HouseholdId> isWatched) {
        this.isWatched = isWatched;
    }

    @Override
    public String name() {
        return "when-earning-fails-then-register-clue";
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(WorkEnded.class, LoanFellOverdue.class);
    }

    @Override
    public void react(Recorded recorded, Reaction reaction) {
        switch (recorded.event()) {
            case WorkEnded ended
            when !ended.othersWork() ->
                watched(ended, ended.engagement(), RiskType.UNSTABLE_WORK, "务工终止，家中已无人就业", reaction);
            case LoanFellOverdue loan -> watched(loan, loan.loan(), RiskType.INDUSTRY_FAILURE, "小额信贷逾期", reaction);
            default -> {}
        }
    }

    private void watched(ReceiptEvent event, UUID source, RiskType risk, String what, Reaction reaction) {
        if (isWatched.test(event.household())) {
            var command = new RegisterAlertedClue(
                    clue(event, source),
                    event.division(),
                    Risks.of(risk),
                    "%s;户编号 %s".formatted(what, event.household()),
                    event.on());
            reaction.send("clue", command, event.division());
        }
    }

    /// One clue for the work or the loan, and the day.
    static ClueId clue(ReceiptEvent event, UUID source) {
        var name = "earning:%s:%s".formatted(source, event.on());
        return new ClueId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
