package cn.shouwang.monitoring.incentive;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The published rules, for decisions.
public interface IncentiveRules {

    /// A rule with all its versions, the first one first; from day `withdrawnFrom` on none is in force.
    record Published(
            IncentiveRuleId rule,
            String division,
            List<IncentiveTerms> versions,
            @Nullable LocalDate withdrawnFrom) {

        public Published {
            versions = List.copyOf(versions);
        }

        /// Number of the version in force on that day: the latest begun, unless that has run out.
        public Optional<Integer> version(LocalDate day) {
            if (withdrawnFrom != null && !day.isBefore(withdrawnFrom)) {
                return Optional.empty();
            }
            for (var at = versions.size(); at > 0; at--) {
                if (!day.isBefore(versions.get(at - 1).from())) {
                    return versions.get(at - 1).covers(day) ? Optional.of(at) : Optional.empty();
                }
            }
            return Optional.empty();
        }

        /// What the version of that number says.
        public IncentiveTerms terms(int version) {
            return versions.get(version - 1);
        }

        /// What the latest version counts, which is the same in all.
        public Unit unit() {
            return versions.getFirst().unit();
        }
    }

    /// The rules of a village's town and of its county, in the order of their ids.
    List<Published> of(String village);
}
