package cn.shouwang.monitoring.quality;

import cn.shouwang.monitoring.household.HouseholdId;
import java.util.Optional;

/// Where the rules learn what was done for a household.
///
/// Read straight from the streams of measures and removals, never from a read model, so that what
/// was recorded a moment ago already counts.
@FunctionalInterface
public interface HelpFacts {

    /// Nobody can say: rules Q15 to Q17 find nothing.
    HelpFacts UNKNOWN = (_, _) -> Optional.empty();

    /// The measures and the removal of the household's case of that number. Empty when nothing can
    /// be said about it; the rules on measures and removal then find nothing. A household that is
    /// known to have had no measure is a [Help] without aids.
    Optional<Help> of(HouseholdId household, int cycle);
}
