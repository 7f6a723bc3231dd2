package cn.shouwang.monitoring.receipt;

import cn.shouwang.monitoring.contract.industry.LoanOverdue;
import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.receipt.ReceiptCommand.RecordOverdueLoan;
import cn.shouwang.platform.messaging.InboxPolicy;
import cn.shouwang.platform.messaging.Received;
import cn.shouwang.platform.policy.Reaction;
import java.util.Set;
import org.springframework.stereotype.Component;

/// A microcredit that was not paid back in time is on record here.
@Component
class WhenLoanOverdueThenRecordOverdueLoan implements InboxPolicy {

    @Override
    public String name() {
        return "when-loan-overdue-then-record-overdue-loan";
    }

    @Override
    public Set<String> types() {
        return Set.of(LoanOverdue.TYPE);
    }

    @Override
    public void react(Received received, Reaction reaction) {
        var overdue = received.as(LoanOverdue.class);
        var command = new RecordOverdueLoan(
                new HouseholdId(overdue.household()), overdue.loan(), overdue.dueOn(), overdue.notedOn());
        reaction.send("loan", command, Divisions.countyOf(overdue.village()));
    }
}
