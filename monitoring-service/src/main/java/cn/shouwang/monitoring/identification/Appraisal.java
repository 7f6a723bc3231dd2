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
    public record Votes(int inFavour, int against, int abstained) {

        /// Nobody votes twice.
        public void mustFit(int attendance) {
            if ((long) inFavour + against + abstained > attendance) {
                throw new RuleBroken("identification.more-votes-than-people", "more voted than were there");
            }
        }

        /// Whether more hands were for it than against it.
        public boolean carried() {
            return inFavour > against;
        }
    }

    void mustAddUp() {
        votes.mustFit(attendance);
    }
}
