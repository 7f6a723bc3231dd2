package cn.shouwang.monitoring.quality;

import java.util.function.Function;
import java.util.stream.Stream;

/// One rule: a pure function of the facts. `version` rises when the same facts would be judged
/// otherwise.
record Rule(RuleId id, int version, Function<HouseholdFacts, Stream<Spot>> check) {

    Stream<Finding> findings(HouseholdFacts facts) {
        return check.apply(facts).map(spot -> new Finding(id, version, spot.member(), spot.key(), spot.told()));
    }
}
