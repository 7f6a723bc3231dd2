package cn.shouwang.monitoring.receipt;

import cn.shouwang.monitoring.contract.asset.DistributionPaid;
import cn.shouwang.monitoring.contract.employment.WagePaid;
import cn.shouwang.monitoring.contract.industry.LinkageBenefitRecorded;
import cn.shouwang.monitoring.contract.industry.RewardPaid;
import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.receipt.ReceiptCommand.RecordIncome;
import cn.shouwang.platform.messaging.InboxPolicy;
import cn.shouwang.platform.messaging.Received;
import cn.shouwang.platform.policy.Reaction;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What was paid to a household elsewhere is on record here.
@Component
class WhenPaidThenRecordIncome implements InboxPolicy {

    @Override
    public String name() {
        return "when-paid-then-record-income";
    }

    @Override
    public Set<String> types() {
        return Set.of(WagePaid.TYPE, LinkageBenefitRecorded.TYPE, RewardPaid.TYPE, DistributionPaid.TYPE);
    }

    @Override
    public void react(Received received, Reaction reaction) {
        switch (received.type()) {
            case WagePaid.TYPE -> react(received.as(WagePaid.class), reaction);
            case LinkageBenefitRecorded.TYPE -> react(received.as(LinkageBenefitRecorded.class), reaction);
            case RewardPaid.TYPE -> react(received.as(RewardPaid.class), reaction);
            case DistributionPaid.TYPE -> react(received.as(DistributionPaid.class), reaction);
            default -> throw new IllegalArgumentException(received.type());
        }
    }

    private static void react(WagePaid paid, Reaction reaction) {
        var receipt = new Receipt(paid.payment(), ReceiptKind.WAGE, paid.amountFen(), paid.from(), paid.until());
        var command = new RecordIncome(
                new HouseholdId(paid.household()), new MemberId(paid.member()), receipt, paid.paidOn());
        reaction.send("income", command, Divisions.countyOf(paid.village()));
    }

    private static void react(LinkageBenefitRecorded told, Reaction reaction) {
        var receipt =
                new Receipt(told.benefit(), ReceiptKind.LINKAGE_BENEFIT, told.amountFen(), told.from(), told.until());
        var command = new RecordIncome(new HouseholdId(told.household()), null, receipt, told.recordedOn());
        reaction.send("income", command, Divisions.countyOf(told.village()));
    }

    private static void react(RewardPaid paid, Reaction reaction) {
        var receipt = new Receipt(paid.reward(), ReceiptKind.REWARD, paid.amountFen(), paid.paidOn(), paid.paidOn());
        var command = new RecordIncome(new HouseholdId(paid.household()), null, receipt, paid.paidOn());
        reaction.send("income", command, Divisions.countyOf(paid.village()));
    }

    private static void react(DistributionPaid paid, Reaction reaction) {
        var receipt =
                new Receipt(paid.payment(), ReceiptKind.DISTRIBUTION, paid.amountFen(), paid.from(), paid.until());
        var command = new RecordIncome(new HouseholdId(paid.household()), null, receipt, paid.paidOn());
        reaction.send("income", command, Divisions.countyOf(paid.village()));
    }
}
