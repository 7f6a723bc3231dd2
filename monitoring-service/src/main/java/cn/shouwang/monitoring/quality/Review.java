package cn.shouwang.monitoring.quality;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.quality.Inspection.Inspected;
import cn.shouwang.monitoring.quality.QualityCommand.ReviewQuality;
import cn.shouwang.platform.parking.Failure;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at households and has what is new about them recorded.
///
/// A household about which nothing is new costs three reads of streams and no command. Looking
/// twice changes nothing: what was recorded is known the second time, also to another process.
final class Review {

    private static final Logger LOGGER = LoggerFactory.getLogger(Review.class);
    private static final String NAME = "review-quality";

    private final Inspection inspection;
    private final Issues issues;
    private final BiConsumer<ReviewQuality, Actor> commands;
    private final Clock clock;

    Review(Inspection inspection, Issues issues, BiConsumer<ReviewQuality, Actor> commands, Clock clock) {
        this.inspection = inspection;
        this.issues = issues;
        this.commands = commands;
        this.clock = clock;
    }

    /// Returns of how many households something new was recorded.
    ///
    /// Trouble that passes by itself is thrown on, and the caller looks again. A household that
    /// cannot be reviewed for another reason keeps no other waiting; the next fact about it, or the
    /// next day, tries again.
    int of(Collection<HouseholdId> households) {
        var today = LocalDate.now(clock);
        var changed = 0;
        for (var inspected : inspected(households, today)) {
            changed += record(inspected, today) ? 1 : 0;
        }
        return changed;
    }

    /// All at once; one by one when one of them cannot be read.
    private List<Inspected> inspected(Collection<HouseholdId> households, LocalDate today) {
        try {
            return inspection.of(households, today);
        } catch (RuntimeException failure) {
            if (Failure.passes(failure)) {
                throw failure;
            }
            if (households.size() > 1) {
                return households.stream()
                        .flatMap(household -> inspected(List.of(household), today).stream())
                        .toList();
            }
            warn(households, failure);
            return List.of();
        }
    }

    /// Never the message: what could not be read may be personal.
    private static void warn(Object household, RuntimeException failure) {
        LOGGER.warn(
                "household {} could not be reviewed: {}",
                household,
                failure.getClass().getName());
    }

    private boolean record(Inspected inspected, LocalDate today) {
        try {
            if (issues.of(inspected.household()).isUpToDateWith(inspected.findings())) {
                return false;
            }
            commands.accept(
                    new ReviewQuality(
                            new QualityId(inspected.household()),
                            inspected.village(),
                            inspected.findings(),
                            inspected.edition(),
                            today),
                    Actor.policy(NAME, inspected.village()));
            return true;
        } catch (RuleBroken refusal) {
            LOGGER.debug("household {} was reviewed meanwhile: {}", inspected.household(), refusal.rule());
        } catch (RuntimeException failure) {
            if (Failure.passes(failure)) {
                throw failure;
            }
            warn(inspected.household(), failure);
        }
        return false;
    }
}
