package cn.shouwang.monitoring.quality;

import cn.shouwang.monitoring.assistance.Family;
import cn.shouwang.monitoring.assistance.Measures;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.quality.Help.Aid;
import cn.shouwang.monitoring.quality.Help.AidKind;
import cn.shouwang.monitoring.quality.Help.Removal;
import cn.shouwang.monitoring.removal.RemovalEvent.RiskRemoved;
import cn.shouwang.monitoring.removal.RemovalMode;
import cn.shouwang.monitoring.removal.Removals;
import java.util.Optional;

/// What was done for a household as the streams of its measures and removals tell it: measures of which
/// something was delivered, and the removal that stands.
final class HelpOnRecord implements HelpFacts {

    /// Words of the national form for a sub-item that says nothing, or names a course only.
    private static final String OTHER = "其他";
    private static final String TRAINING = "培训";

    private final Measures measures;
    private final Removals removals;

    HelpOnRecord(Measures measures, Removals removals) {
        this.measures = measures;
        this.removals = removals;
    }

    @Override
    public Optional<Help> of(HouseholdId household, int cycle) {
        var aids = measures.given(household, cycle).stream()
                .map(given -> new Aid(kind(given), given.since()))
                .toList();
        var removal = removals.removed(household, cycle).map(HelpOnRecord::removal);
        return Optional.of(new Help(aids, removal.orElse(null)));
    }

    private static AidKind kind(Measures.Given given) {
        var subItem = given.subItem().strip();
        if (subItem.isEmpty() || subItem.equals(OTHER) || subItem.contains(TRAINING)) {
            return AidKind.OTHER_OR_TRAINING;
        }
        if (given.family().isDevelopmental()) {
            return AidKind.DEVELOPMENTAL;
        }
        return given.family() == Family.COMPREHENSIVE_SECURITY ? AidKind.SECURITY : AidKind.ELSE;
    }

    private static Removal removal(RiskRemoved removed) {
        return new Removal(
                removed.mode() == RemovalMode.BY_ASSISTANCE,
                removed.on(),
                removed.incomePerHeadFen(),
                removed.line().amountFen());
    }
}
