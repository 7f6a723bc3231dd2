package cn.shouwang.monitoring.toolbox;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.toolbox.PolicyCommand.PublishPolicy;
import cn.shouwang.monitoring.toolbox.PolicyCommand.RevisePolicy;
import cn.shouwang.monitoring.toolbox.PolicyCommand.WithdrawPolicy;
import cn.shouwang.monitoring.toolbox.PolicyEvent.PolicyPublished;
import cn.shouwang.monitoring.toolbox.PolicyEvent.PolicyRevised;
import cn.shouwang.monitoring.toolbox.PolicyEvent.PolicyWithdrawn;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;

/// Decides what a town's or the county's policy says, in which version, and when it ends.
///
/// A policy is for a town or the whole county. A version that was published stays as it is; a revision
/// begins no earlier than the one before, so that on any day at most one is in force.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Policy {

    private static final int VILLAGE_DIGITS = 12;

    @AggregateIdentifier
    private PolicyId id;

    private String division;
    private int version;
    private PolicyTerms terms;
    private boolean withdrawn;

    Policy() {} // for Axon, before it replays the stream

    @CommandHandler
    Policy(PublishPolicy command, Actor actor, Divisions divisions, Clock clock) {
        actor.mustReach(command.division());
        divisions.require(command.division());
        if (command.division().length() == VILLAGE_DIGITS) {
            throw new RuleBroken("toolbox.not-for-a-village", "a policy is a town's or the county's");
        }
        mustHaveHappened(command.on(), clock);
        command.terms().mustBeSound();
        apply(new PolicyPublished(command.policy(), command.division(), 1, command.terms(), command.on()));
    }

    @CommandHandlerInterceptor
    void gate(CommandMessage<?> message, Actor actor, Clock clock) {
        actor.mustReach(division);
        if (message.getPayload() instanceof PolicyCommand command) {
            mustHaveHappened(command.on(), clock);
        }
        if (withdrawn) {
            throw new RuleBroken("toolbox.withdrawn", "%s is withdrawn".formatted(id));
        }
    }

    @CommandHandler
    void handle(RevisePolicy command) {
        command.terms().mustBeSound();
        if (command.terms().equals(terms)) {
            throw new RuleBroken("toolbox.nothing-revised", "%s says so already".formatted(id));
        }
        mustNotBeBeforeVersion(command.terms().validity().from());
        apply(new PolicyRevised(id, division, version + 1, command.terms(), command.reason(), command.on()));
    }

    @CommandHandler
    void handle(WithdrawPolicy command) {
        mustNotBeBeforeVersion(command.from());
        apply(new PolicyWithdrawn(id, division, version, command.from(), command.reason(), command.on()));
    }

    @EventSourcingHandler
    void on(PolicyEvent event) {
        switch (event) {
            case PolicyPublished published -> {
                id = published.policy();
                division = published.division();
                version = published.version();
                terms = published.terms();
            }
            case PolicyRevised revised -> {
                version = revised.version();
                terms = revised.terms();
            }
            case PolicyWithdrawn _ -> withdrawn = true;
        }
    }

    private void mustNotBeBeforeVersion(LocalDate from) {
        if (from.isBefore(terms.validity().from())) {
            throw new RuleBroken("toolbox.before-version", "version %d begins later".formatted(version));
        }
    }

    private static void mustHaveHappened(LocalDate on, Clock clock) {
        if (on.isAfter(LocalDate.now(clock))) {
            throw new RuleBroken("toolbox.date-ahead", "%s has not happened yet".formatted(on));
        }
    }
}
