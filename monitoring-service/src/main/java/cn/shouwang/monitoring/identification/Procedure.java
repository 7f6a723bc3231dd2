package cn.shouwang.monitoring.identification;

import static java.time.temporal.ChronoUnit.DAYS;

import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.identification.IdentificationEvent.AppraisalHeld;
import cn.shouwang.monitoring.identification.IdentificationEvent.AuthorizationSigned;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdDetermined;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdVisited;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationOpened;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationRejected;
import cn.shouwang.monitoring.identification.IdentificationEvent.ObjectionDismissed;
import cn.shouwang.monitoring.identification.IdentificationEvent.ObjectionRaised;
import cn.shouwang.monitoring.identification.IdentificationEvent.ObjectionUpheld;
import cn.shouwang.monitoring.identification.IdentificationEvent.PublicityEnded;
import cn.shouwang.monitoring.identification.IdentificationEvent.PublicityStarted;
import cn.shouwang.monitoring.identification.IdentificationEvent.ResultAnnounced;
import cn.shouwang.monitoring.identification.IdentificationEvent.ReturnedByTown;
import cn.shouwang.monitoring.identification.IdentificationEvent.TownReviewPassed;
import cn.shouwang.monitoring.identification.IdentificationEvent.VisitAssigned;
import cn.shouwang.platform.rule.RuleBroken;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One case: how far it has come and what its next step must respect.
///
/// The order is visit, authorization, appraisal, publicity, its end, town review, determination,
/// announcement. An upheld objection or a return by the town leads back to the visit; the
/// authorization stays valid, so the next visit leads straight to the appraisal.
final class Procedure {

    private final int cycle;
    private final BaseType baseType;
    private final @Nullable ClueId clue;
    private final LocalDate decideBy;
    private final Objections objections = new Objections();
    private final Set<String> collectors = new HashSet<>();
    private Stage stage = Stage.OPENED;
    private LocalDate latest;
    private boolean proposed;
    private @Nullable Visit visit;
    private @Nullable LocalDate publicUntil;
    private @Nullable String townReviewer;

    Procedure(IdentificationOpened opened) {
        cycle = opened.cycle();
        baseType = opened.baseType();
        clue = opened.clue();
        decideBy = opened.decideBy();
        latest = opened.on();
    }

    void on(IdentificationEvent event) {
        latest = event.on();
        stage = switch (event) {
            case IdentificationOpened _ -> Stage.OPENED;
            case VisitAssigned _ -> stage;
            case HouseholdVisited visited -> {
                visit = visited.visit();
                collectors.add(visited.visit().collector());
                yield visited.repeated() ? Stage.AUTHORIZED : Stage.VISITED;
            }
            case AuthorizationSigned _ -> Stage.AUTHORIZED;
            case AppraisalHeld held -> {
                proposed = held.appraisal().proposal() != null;
                yield Stage.APPRAISED;
            }
            case PublicityStarted started -> {
                publicUntil = started.until();
                yield Stage.PUBLICIZED;
            }
            case ObjectionRaised raised -> {
                objections.raised(raised.objection(), raised.on());
                yield stage;
            }
            case ObjectionDismissed dismissed -> {
                objections.resolved(dismissed.objection(), dismissed.on());
                yield stage;
            }
            case ObjectionUpheld upheld -> {
                objections.resolved(upheld.objection(), upheld.on());
                yield Stage.OPENED;
            }
            case PublicityEnded _ -> Stage.PUBLICITY_ENDED;
            case TownReviewPassed passed -> {
                townReviewer = passed.reviewer();
                yield Stage.TOWN_REVIEWED;
            }
            case ReturnedByTown _ -> Stage.OPENED;
            case HouseholdDetermined _ -> Stage.DETERMINED;
            case ResultAnnounced _ -> Stage.ANNOUNCED;
            case IdentificationRejected _ -> Stage.REJECTED;
        };
    }

    int cycle() {
        return cycle;
    }

    /// The clue that led to the case, if any.
    @Nullable
    ClueId clue() {
        return clue;
    }

    BaseType baseType() {
        return baseType;
    }

    Objections objections() {
        return objections;
    }

    boolean isVisited() {
        return visit != null;
    }

    /// The last visit; there is one from stage VISITED on.
    Visit visit() {
        return Objects.requireNonNull(visit);
    }

    /// Rule M4: the step is due now, and not dated before the one before it.
    void mustBe(Stage due, LocalDate on) {
        if (stage != due) {
            throw new RuleBroken("identification.out-of-order", "the case is at %s, not %s".formatted(stage, due));
        }
        mustFollow(on);
    }

    void mustBeUndecided(LocalDate on) {
        if (stage.isDecided()) {
            throw new RuleBroken("identification.decided", "the case is %s".formatted(stage));
        }
        mustFollow(on);
    }

    /// Rule M1: a household has one case at a time, and none while it is monitored. `over` is the day on
    /// which monitoring that began with this case ended, empty while it goes on.
    void mustAllowAnother(LocalDate on, Optional<LocalDate> over) {
        if (!stage.isDecided()) {
            throw new RuleBroken("identification.already-open", "case %d is not decided yet".formatted(cycle));
        }
        if (stage != Stage.REJECTED && over.isEmpty()) {
            throw new RuleBroken("identification.already-monitored", "the household is monitored");
        }
        mustFollow(on);
        if (over.filter(on::isBefore).isPresent()) {
            throw new RuleBroken("identification.date-before", "the household was still monitored");
        }
    }

    void mustBeProposed() {
        if (!proposed) {
            throw new RuleBroken("identification.not-proposed", "the village meeting did not propose the household");
        }
    }

    /// Rule M4: the notice hung its days and no objection is open.
    void mustHaveHung(LocalDate on) {
        if (on.isBefore(Objects.requireNonNull(publicUntil))) {
            throw new RuleBroken("identification.publicity-too-short", "the notice hangs until " + publicUntil);
        }
        objections.mustBeSettled();
    }

    /// Rule M6: whoever collected the facts does not review them.
    void mustNotHaveCollected(String reviewer) {
        if (collectors.contains(reviewer)) {
            throw new RuleBroken("identification.reviewer-collected", "whoever recorded a visit does not review it");
        }
    }

    /// Rule M6: whoever reviewed for the town does not determine for the county.
    void mustNotHaveReviewed(String determiner) {
        if (determiner.equals(townReviewer)) {
            throw new RuleBroken("identification.determiner-reviewed", "whoever reviewed does not determine");
        }
    }

    /// Calendar days past the limit of the whole procedure, the days of open objections not counted.
    int lateByDays(LocalDate on) {
        return (int) Math.max(0, DAYS.between(decideBy, on) - objections.daysOpen());
    }

    private void mustFollow(LocalDate on) {
        if (on.isBefore(latest)) {
            throw new RuleBroken("identification.date-before", "%s is before the last step".formatted(on));
        }
    }
}
