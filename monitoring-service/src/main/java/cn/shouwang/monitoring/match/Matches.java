package cn.shouwang.monitoring.match;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.match.MatchCommand.ConfirmMatch;
import cn.shouwang.monitoring.match.MatchCommand.DeclineMatch;
import cn.shouwang.monitoring.match.MatchCommand.MatchPolicies;
import cn.shouwang.monitoring.match.MatchEvent.MatchConfirmed;
import cn.shouwang.monitoring.match.MatchEvent.MatchDeclined;
import cn.shouwang.monitoring.match.MatchEvent.MatchLapsed;
import cn.shouwang.monitoring.match.MatchEvent.MatchProposed;
import cn.shouwang.monitoring.toolbox.Eligibility;
import cn.shouwang.monitoring.toolbox.Toolbox;
import cn.shouwang.monitoring.toolbox.Verdict;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/// Decides what is proposed to a household, and what becomes of a proposal.
///
/// A version of a policy is proposed when its expression holds, unless it is proposed or confirmed
/// already, or was declined on the very same facts. It is confirmed only by a person and only while that
/// version is in force.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Matches {

    @AggregateIdentifier
    private MatchesId id;

    private String village;
    private final Proposals proposals = new Proposals();

    Matches() {} // for Axon, before it replays the stream

    @CommandHandlerInterceptor
    void gate(CommandMessage<?> message, Actor actor) {
        if (!(message.getPayload() instanceof MatchPolicies)) {
            actor.mustReach(village);
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(MatchPolicies command, Circumstances circumstances, Toolbox toolbox, Actor actor, Clock clock) {
        var household = command.matches().household();
        var today = LocalDate.now(clock);
        actor.mustReach(circumstances.village(household));
        var found = circumstances.of(household, today);
        var eligible = toolbox.inForce(found.village(), today).stream()
                .filter(policy -> Eligibility.of(policy.terms().eligibility()).of(found.facts()) == Verdict.ELIGIBLE)
                .toList();
        var lapsed = proposals.without(eligible);
        var fresh = eligible.stream()
                .filter(policy -> proposals.mayBeProposed(policy, facts(policy, found)))
                .toList();
        if (lapsed.isEmpty() && fresh.isEmpty()) {
            throw new RuleBroken("match.nothing-new", "no proposal begins or lapses");
        }
        lapsed.forEach(number -> apply(new MatchLapsed(command.matches(), household, found.village(), number, today)));
        fresh.forEach(policy -> propose(command.matches(), policy, found, today));
    }

    @CommandHandler
    void handle(ConfirmMatch command, Toolbox toolbox, Clock clock) {
        var proposed = proposals.mustBeOpen(command.proposal());
        mustBeTimely(command.on(), proposed, clock);
        if (toolbox.inForce(village, command.on()).stream().noneMatch(proposed.policy()::isOf)) {
            throw new RuleBroken("match.not-in-force", "the proposed version is not in force any more");
        }
        apply(new MatchConfirmed(id, id.household(), village, command.proposal(), command.on()));
    }

    @CommandHandler
    void handle(DeclineMatch command, Clock clock) {
        mustBeTimely(command.on(), proposals.mustBeOpen(command.proposal()), clock);
        if (command.reason() == DeclineReason.OTHER && command.explanation().isBlank()) {
            throw new RuleBroken("match.reason-missing", "another reason is told in words");
        }
        apply(new MatchDeclined(
                id,
                id.household(),
                village,
                command.proposal(),
                command.reason(),
                command.explanation(),
                command.on()));
    }

    @EventSourcingHandler
    void on(MatchEvent event) {
        id = event.matches();
        village = event.division();
        proposals.on(event);
    }

    private void propose(MatchesId matches, Toolbox.InForce policy, Circumstances.Found found, LocalDate today) {
        var used = Eligibility.of(policy.terms().eligibility()).used(found.facts());
        apply(new MatchProposed(
                matches,
                matches.household(),
                found.village(),
                proposals.next(),
                PolicyUsed.of(policy),
                FactUsed.of(used, false),
                FactUsed.of(used, true),
                today));
    }

    private static List<FactUsed> facts(Toolbox.InForce policy, Circumstances.Found found) {
        var used = Eligibility.of(policy.terms().eligibility()).used(found.facts());
        return Stream.concat(FactUsed.of(used, false).stream(), FactUsed.of(used, true).stream())
                .toList();
    }

    private static void mustBeTimely(LocalDate on, MatchProposed proposed, Clock clock) {
        if (on.isAfter(LocalDate.now(clock))) {
            throw new RuleBroken("match.date-ahead", "%s has not happened yet".formatted(on));
        }
        if (on.isBefore(proposed.on())) {
            throw new RuleBroken("match.date-before", "%s is before the proposal".formatted(on));
        }
    }
}
