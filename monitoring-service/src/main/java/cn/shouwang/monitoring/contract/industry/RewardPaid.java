package cn.shouwang.monitoring.contract.industry;

import java.time.LocalDate;
import java.util.UUID;

/// A household was paid a reward for what it produced or sold (奖补).
public record RewardPaid(UUID reward, UUID household, String village, long amountFen, LocalDate paidOn) {

    public static final String TYPE = "cn.shouwang.industry.reward-paid.v1";
}
