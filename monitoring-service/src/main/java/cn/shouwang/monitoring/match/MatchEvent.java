package cn.shouwang.monitoring.match;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.event.Personal;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.event.Whose;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/// What can happen to the proposals of one household. `division` is its village; `proposal` counts its
/// proposals from 1.
///
/// What is personal of a proposal is sealed under a key of that proposal, so it can be forgotten while the
/// household stays.
public sealed interface MatchEvent extends Placed {

    MatchesId matches();

    HouseholdId household();

    int proposal();

    LocalDate on();

    /// The expression of that version held for these facts, which are all it spoke of; `personalFacts` are
    /// those that tell age or health.
    @Stored("match.proposed")
    @Revision("1")
    record MatchProposed(
            MatchesId matches,
            HouseholdId household,
            String division,
            int proposal,
            PolicyUsed policy,
            List<FactUsed> facts,
            @Whose("matches+proposal") @Personal List<FactUsed> personalFacts,
            LocalDate on)
            implements MatchEvent {}

    /// A person says that the household gets the policy; the measure itself is planned elsewhere.
    @Stored("match.confirmed")
    @Revision("1")
    record MatchConfirmed(MatchesId matches, HouseholdId household, String division, int proposal, LocalDate on)
            implements MatchEvent {}

    @Stored("match.declined")
    @Revision("1")
    record MatchDeclined(
            MatchesId matches,
            HouseholdId household,
            String division,
            int proposal,
            DeclineReason reason,
            @Whose("matches+proposal") @Personal String explanation,
            LocalDate on)
            implements MatchEvent {}

    /// Nobody decided, and it no longer holds: the version is not in force any more, or the facts are
    /// others.
    @Stored("match.lapsed")
    @Revision("1")
    record MatchLapsed(MatchesId matches, HouseholdId household, String division, int proposal, LocalDate on)
            implements MatchEvent {}
}
