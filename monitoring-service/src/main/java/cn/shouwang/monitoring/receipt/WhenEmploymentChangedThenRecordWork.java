package cn.shouwang.monitoring.receipt;

import cn.shouwang.monitoring.contract.employment.EmploymentEnded;
import cn.shouwang.monitoring.contract.employment.PersonHired;
import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.receipt.ReceiptCommand.RecordEndOfWork;
import cn.shouwang.monitoring.receipt.ReceiptCommand.RecordWork;
import cn.shouwang.platform.messaging.InboxPolicy;
import cn.shouwang.platform.messaging.Received;
import cn.shouwang.platform.policy.Reaction;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Who of a household works, and whose work ended, is on record here.
@Component
class WhenEmploymentChangedThenRecordWork implements InboxPolicy {

    @Override
    public String name() {
        return "when-employment-changed-then-record-work";
    }

    @Override
    public Set<String> types() {
        return Set.of(PersonHired.TYPE, EmploymentEnded.TYPE);
    }

    @Override
    public void react(Received received, Reaction reaction) {
        if (received.type().equals(PersonHired.TYPE)) {
            var hired = received.as(PersonHired.class);
            var command = new RecordWork(
                    new HouseholdId(hired.household()),
                    hired.engagement(),
                    new MemberId(hired.member()),
                    hired.hiredOn());
            reaction.send("work", command, Divisions.countyOf(hired.village()));
        } else {
            var ended = received.as(EmploymentEnded.class);
            var command = new RecordEndOfWork(
                    new HouseholdId(ended.household()),
                    ended.engagement(),
                    new MemberId(ended.member()),
                    ended.endedOn());
            reaction.send("work", command, Divisions.countyOf(ended.village()));
        }
    }
}
