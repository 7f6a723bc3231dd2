package cn.shouwang.monitoring.removal;

import cn.shouwang.monitoring.notice.Notices;
import cn.shouwang.monitoring.removal.RemovalEvent.ExitAppraised;
import cn.shouwang.monitoring.removal.RemovalEvent.ExitVisited;
import cn.shouwang.monitoring.removal.RemovalEvent.NaturalDecreaseRecorded;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalBlocked;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalDropped;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalProposed;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalReturned;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalReverted;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalReviewPassed;
import cn.shouwang.monitoring.removal.RemovalEvent.RiskRemoved;
import cn.shouwang.platform.rule.RuleBroken;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One attempt to let a household go: how far it has come and what its next step must respect.
///
/// The order is visit, appraisal, notice, town review, determination. A visit may be repeated until the
/// town has passed the removal, and leads back to the appraisal: what villagers and the town decide on
/// is always the last visit.
final class Exit {

    /// The last step taken.
    enum Stage {
        PROPOSED,
        BLOCKED,
        CHECKED,
        APPRAISED,
        REVIEWED,
        REMOVED,
        DROPPED,
        REVERTED,
        CLOSED;

        boolean isUndecided() {
            return compareTo(REVIEWED) <= 0;
        }
    }

    private final int cycle;
    private final int attempt;
    private final RemovalMode mode;
    private final Set<String> collectors = new HashSet<>();
    private Stage stage = Stage.PROPOSED;
    private LocalDate latest;
    private @Nullable ExitVisit visit;
    private @Nullable LocalDate appraisedOn;
    private boolean agreed;
    private @Nullable String reviewer;

    Exit(RemovalProposed proposed) {
        cycle = proposed.cycle();
        attempt = proposed.attempt();
        mode = proposed.mode();
        latest = proposed.on();
    }

    void on(RemovalEvent event) {
        latest = event.on();
        stage = switch (event) {
            case RemovalProposed _ -> Stage.PROPOSED;
            case ExitVisited visited -> {
                visit = visited.visit();
                collectors.add(visited.visit().visit().collector());
                yield Stage.CHECKED;
            }
            case RemovalBlocked _ -> Stage.BLOCKED;
            case ExitAppraised held -> {
                appraisedOn = held.on();
                agreed = held.appraisal().agreed();
                yield Stage.APPRAISED;
            }
            case RemovalReviewPassed passed -> {
                reviewer = passed.reviewer();
                yield Stage.REVIEWED;
            }
            case RemovalReturned _ -> Stage.PROPOSED;
            case RiskRemoved _ -> Stage.REMOVED;
            case RemovalDropped _ -> Stage.DROPPED;
            case RemovalReverted _ -> Stage.REVERTED;
            case NaturalDecreaseRecorded _ -> Stage.CLOSED;
        };
    }

    int cycle() {
        return cycle;
    }

    int attempt() {
        return attempt;
    }

    RemovalMode mode() {
        return mode;
    }

    boolean isVisited() {
        return visit != null;
    }

    /// The last visit; there is one from stage CHECKED on.
    ExitVisit visit() {
        return Objects.requireNonNull(visit);
    }

    /// The step is due now, and not dated before the one before it.
    void mustBe(Stage due, LocalDate on) {
        if (stage != due) {
            throw new RuleBroken("removal.out-of-order", "the removal is at %s, not %s".formatted(stage, due));
        }
        mustFollow(on);
    }

    void mustBeUndecided(LocalDate on) {
        if (!stage.isUndecided()) {
            throw new RuleBroken("removal.decided", "the removal is %s".formatted(stage));
        }
        mustFollow(on);
    }

    /// A visit is still of use: the town has not passed what the last one told.
    void mustAllowVisit(LocalDate on) {
        mustBeUndecided(on);
        if (stage == Stage.REVIEWED) {
            throw new RuleBroken("removal.out-of-order", "the town has passed the removal");
        }
    }

    /// A household has one removal at a time.
    void mustAllowAnother(LocalDate on) {
        if (stage.isUndecided()) {
            throw new RuleBroken("removal.already-open", "removal %d is not decided yet".formatted(attempt));
        }
        mustFollow(on);
    }

    /// The village agreed, and its notice hung its days without an objection that is open or was right.
    void mustHaveHung(Optional<Notices.Entry> notice, LocalDate on) {
        if (!agreed) {
            throw new RuleBroken("removal.not-agreed", "the village meeting did not agree");
        }
        var hung = notice.filter(this::isOfThisAppraisal)
                .orElseThrow(() -> new RuleBroken("removal.notice-missing", "no notice has hung since the appraisal"));
        if (hung.upheld()) {
            throw new RuleBroken("removal.objection-upheld", "an objection was right: visit again");
        }
        var down = hung.takenDownOn();
        if (down == null) {
            throw new RuleBroken("removal.notice-hanging", "the notice still hangs");
        }
        if (on.isBefore(down)) {
            throw new RuleBroken("removal.date-before", "the notice hung until " + down);
        }
    }

    private boolean isOfThisAppraisal(Notices.Entry notice) {
        return notice.attempt() == attempt && !notice.hungOn().isBefore(Objects.requireNonNull(appraisedOn));
    }

    /// Rule M6: whoever collected the facts does not review them.
    void mustNotHaveCollected(String account) {
        if (collectors.contains(account)) {
            throw new RuleBroken("removal.reviewer-collected", "whoever recorded a visit does not review it");
        }
    }

    /// Rule M6: whoever reviewed for the town does not determine for the county.
    void mustNotHaveReviewed(String account) {
        if (account.equals(reviewer)) {
            throw new RuleBroken("removal.determiner-reviewed", "whoever reviewed does not determine");
        }
    }

    private void mustFollow(LocalDate on) {
        if (on.isBefore(latest)) {
            throw new RuleBroken("removal.date-before", "%s is before the last step".formatted(on));
        }
    }
}
