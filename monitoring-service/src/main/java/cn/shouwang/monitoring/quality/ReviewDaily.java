package cn.shouwang.monitoring.quality;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.projection.Views;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks at every household once a day, for what becomes doubtful, or no longer is, by the passing
/// of days: ages, and months without a measure. Also brings in a rule that is new since the last
/// version.
///
/// A little after the start and then every 24 hours, so a service that was away at night catches up
/// by itself. Several instances may all do it; what one has recorded the others find known.
@Component
class ReviewDaily {

    private static final Logger LOGGER = LoggerFactory.getLogger(ReviewDaily.class);

    private final Lookup households;
    private final Review review;
    private final int portion;

    @Autowired
    ReviewDaily(Views views, Review review, @Value("${shouwang.quality.portion}") int portion) {
        this(views.lookup("roster"), review, portion);
    }

    ReviewDaily(Lookup households, Review review, int portion) {
        this.households = households;
        this.review = review;
        this.portion = portion;
    }

    /// At a fixed rate, which has a thread of its own: looking at a whole county takes minutes.
    @Scheduled(initialDelayString = "${shouwang.quality.daily-after}", fixedRateString = "P1D")
    void daily() {
        try {
            LOGGER.info("of {} households something new was found", tick());
        } catch (RuntimeException failure) {
            LOGGER.warn("households were not reviewed: {}", failure.getClass().getName());
        }
    }

    /// Looks at every household once; returns of how many something was new.
    int tick() {
        var changed = 0;
        for (var rows = after(""); !rows.isEmpty(); rows = after(rows.getLast().getString("_id"))) {
            changed += review.of(rows.stream()
                    .map(row -> HouseholdId.of(row.getString("_id")))
                    .toList());
        }
        return changed;
    }

    private List<Document> after(String last) {
        return households.find(gt("_id", last), ascending("_id"), portion);
    }
}
