package cn.shouwang.monitoring.removal;

import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.identification.Visit;
import cn.shouwang.platform.event.Compared;
import java.util.List;

/// What was seen when a household's removal was looked into: all that an identification asks, and
/// whether it lasts.
///
/// `stableMonths` is for how many months the income has been stable; `expenseSolved` whether large
/// unavoidable spending is stably solved; `risksGone` which of the risks found are stably gone; `newRisk`
/// whether another has come up.
public record ExitVisit(
        Visit visit,
        @Compared int stableMonths,
        @Compared boolean expenseSolved,
        @Compared List<RiskType> risksGone,
        @Compared boolean newRisk) {

    public ExitVisit {
        risksGone = List.copyOf(risksGone);
    }
}
