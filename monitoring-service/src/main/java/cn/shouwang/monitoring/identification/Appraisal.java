package cn.shouwang.monitoring.identification;

import cn.shouwang.platform.event.Personal;
import cn.shouwang.platform.rule.RuleBroken;
import org.jspecify.annotations.Nullable;

/// What the village meeting decided. No `proposal` means that it does not propose the household.
/// `minutes` refers to the paper, e.g. its number in the village's file; written by hand, so it may name
/// anyone.
public record Appraisal(
        int attendance,
        Votes votes,
        @Nullable Finding proposal,
        @Personal String minutes) {

    /// Raised hands.
    public record Votes(int inFavour, int against, int abstained) {}

    void mustAddUp() {
        if ((long) votes.inFavour() + votes.against() + votes.abstained() > attendance) {
            throw new RuleBroken("identification.more-votes-than-people", "more voted than were there");
        }
    }
}
