package cn.shouwang.monitoring.duplicate;

import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.duplicate.Sides.Known;
import cn.shouwang.monitoring.duplicate.Sides.Standing;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/// A merge as somebody wants it, with what is known of both sides now.
///
/// Source of the rules: M13 (a person belongs to one active household), M16 (nothing is arranged for
/// the deceased), Q02 (exactly one head per household), M14 (each clue ends with an outcome).
record Merge(Known kept, Known merged) {

    /// Refuses with `duplicate.not-a-side` when `kept` is neither of the two.
    static Merge into(SideId kept, Pair pair, Sides sides) {
        if (!pair.has(kept)) {
            throw new RuleBroken("duplicate.not-a-side", "the pair has no such side");
        }
        return new Merge(
                sides.find(kept).orElseThrow(),
                sides.find(pair.other(kept).id()).orElseThrow());
    }

    /// Maker is not checker: whoever entered or corrected either side leaves the decision to another.
    void mustNotBeEnteredBy(Actor actor) {
        if (actor.id().equals(kept.enteredBy()) || actor.id().equals(merged.enteredBy())) {
            throw new RuleBroken("duplicate.own-entry", "who entered a side does not decide");
        }
    }

    /// Refuses what cannot be linked.
    void mustLink(Sides sides) {
        mustStay();
        if (isMember(merged) && !isMember(kept)) {
            throw new RuleBroken("duplicate.member-into-paper", "who is on the register is kept");
        }
        if (isMember(kept) && isMember(merged) && merged.head() && sameHousehold()) {
            throw new RuleBroken("duplicate.head-in-household", "the head stays in the own household");
        }
        if (!isMember(kept) && merged.standing() == Standing.UNANSWERED) {
            throw new RuleBroken("duplicate.report-unanswered", "a report gets its answer first");
        }
        if (!merged.mergedInto().isEmpty()) {
            throw new RuleBroken("duplicate.merged-elsewhere", "the side is merged into another already");
        }
        if (sides.leads(kept.side().id(), merged.side().id())) {
            throw new RuleBroken("duplicate.cycle", "the kept side is, in the end, the merged one");
        }
    }

    private void mustStay() {
        switch (kept.standing()) {
            case ACTIVE, UNANSWERED -> {}
            case DECEASED -> throw new RuleBroken("duplicate.kept-deceased", "the kept one has died");
            case GONE -> throw new RuleBroken("duplicate.kept-gone", "the kept one has left the household");
            case ENDED -> throw new RuleBroken("duplicate.kept-ended", "nobody follows the kept one any more");
        }
    }

    /// The clue whose steps rest: that of a report or clue merged into another one. A paper merged
    /// into a member only tells who it is about; what it asks for is still to be followed.
    @Nullable
    ClueId resting() {
        return isMember(kept) || !merged.followed() ? null : merged.side().clue();
    }

    private boolean sameHousehold() {
        var household = kept.side().household();
        return household != null && household.equals(merged.side().household());
    }

    private static boolean isMember(Known known) {
        return known.side().kind() == SideKind.MEMBER;
    }
}
