package cn.shouwang.monitoring.inquiry;

import cn.shouwang.monitoring.batch.Basis;
import cn.shouwang.monitoring.dataset.Dataset;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.event.Personal;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.event.Whose;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/// What can happen to the inquiries about one household. `cycle` is that of its case, `division` the village.
public sealed interface InquiryEvent extends Placed {

    HouseholdId household();

    int cycle();

    LocalDate on();

    /// What carries an inquiry on.
    sealed interface Step extends InquiryEvent {}

    /// The departments are asked for `datasets` on that basis, and answer until `until`.
    @Stored("inquiry.comparison-requested")
    @Revision("1")
    record ComparisonRequested(
            HouseholdId household,
            String division,
            int cycle,
            Basis basis,
            List<Dataset> datasets,
            LocalDate until,
            LocalDate on)
            implements Step {

        public ComparisonRequested {
            datasets = List.copyOf(datasets);
        }
    }

    /// Civil affairs compared the household for its subsistence allowance; `paper` is the number of that
    /// comparison, written by hand.
    @Stored("inquiry.comparison-spared")
    @Revision("1")
    record ComparisonSpared(
            HouseholdId household,
            String division,
            int cycle,
            @Whose("household+cycle") @Personal String paper,
            LocalDate on)
            implements Step {}

    /// What was found goes back to town and village; no hits mean that nothing was.
    @Stored("inquiry.comparison-returned")
    @Revision("1")
    record ComparisonReturned(HouseholdId household, String division, int cycle, List<Hit> hits, LocalDate on)
            implements Step {

        public ComparisonReturned {
            hits = List.copyOf(hits);
        }
    }

    /// Why the county goes on, or does not, in the face of a negative check.
    @Stored("inquiry.hits-weighed")
    @Revision("1")
    record HitsWeighed(
            HouseholdId household,
            String division,
            int cycle,
            @Whose("household+cycle") @Personal String ground,
            LocalDate on)
            implements Step {}

    /// The household takes the authorization of its case back; nobody is asked on it from then on. What was
    /// asked before stands.
    @Stored("inquiry.authorization-withdrawn")
    @Revision("1")
    record AuthorizationWithdrawn(HouseholdId household, String division, int cycle, LocalDate on)
            implements InquiryEvent {}
}
