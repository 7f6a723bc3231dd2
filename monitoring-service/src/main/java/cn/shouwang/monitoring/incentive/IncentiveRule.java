package cn.shouwang.monitoring.incentive;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.incentive.IncentiveRuleCommand.PublishIncentiveRule;
import cn.shouwang.monitoring.incentive.IncentiveRuleCommand.ReviseIncentiveRule;
import cn.shouwang.monitoring.incentive.IncentiveRuleCommand.WithdrawIncentiveRule;
import cn.shouwang.monitoring.incentive.IncentiveRuleEvent.IncentiveRulePublished;
import cn.shouwang.monitoring.incentive.IncentiveRuleEvent.IncentiveRuleRevised;
import cn.shouwang.monitoring.incentive.IncentiveRuleEvent.IncentiveRuleWithdrawn;
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

/// Decides what a town's or the county's rule pays, in which version, and when it ends.
///
/// A version that was published stays as it is; a revision begins no earlier than the one before and
/// counts the same unit, so that on any day at most one is in force.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class IncentiveRule {

    private static final int VILLAGE_DIGITS = 12;

    @AggregateIdentifier
    private IncentiveRuleId id;

    private String division;
    private int version;
    private IncentiveTerms terms;
    private boolean withdrawn;

    IncentiveRule() {} // for Axon, before it replays the stream

    @CommandHandler
    IncentiveRule(PublishIncentiveRule command, Actor actor, Divisions divisions, Clock clock) {
        actor.mustReach(command.division());
        divisions.require(command.division());
        if (command.division().length() == VILLAGE_DIGITS) {
            throw new RuleBroken("incentive.not-for-a-village", "a rule is a town's or the county's");
        }
        mustHaveHappened(command.on(), clock);
        command.terms().mustBeSound();
        apply(new IncentiveRulePublished(command.rule(), command.division(), 1, command.terms(), command.on()));
    }

    @CommandHandlerInterceptor
    void gate(CommandMessage<?> message, Actor actor, Clock clock) {
        actor.mustReach(division);
        if (message.getPayload() instanceof IncentiveRuleCommand command) {
            mustHaveHappened(command.on(), clock);
        }
        if (withdrawn) {
            throw new RuleBroken("incentive.withdrawn", "%s is withdrawn".formatted(id));
        }
    }

    @CommandHandler
    void handle(ReviseIncentiveRule command) {
        command.terms().mustBeSound();
        if (command.terms().equals(terms)) {
            throw new RuleBroken("incentive.nothing-revised", "%s says so already".formatted(id));
        }
        if (command.terms().unit() != terms.unit()) {
            throw new RuleBroken("incentive.unit-changed", "another unit is another rule");
        }
        mustNotBeBeforeVersion(command.terms().from());
        apply(new IncentiveRuleRevised(id, division, version + 1, command.terms(), command.reason(), command.on()));
    }

    @CommandHandler
    void handle(WithdrawIncentiveRule command) {
        mustNotBeBeforeVersion(command.from());
        apply(new IncentiveRuleWithdrawn(id, division, version, command.from(), command.reason(), command.on()));
    }

    @EventSourcingHandler
    void on(IncentiveRuleEvent event) {
        switch (event) {
            case IncentiveRulePublished published -> {
                id = published.rule();
                division = published.division();
                version = published.version();
                terms = published.terms();
            }
            case IncentiveRuleRevised revised -> {
                version = revised.version();
                terms = revised.terms();
            }
            case IncentiveRuleWithdrawn _ -> withdrawn = true;
        }
    }

    private void mustNotBeBeforeVersion(LocalDate from) {
        if (from.isBefore(terms.from())) {
            throw new RuleBroken("incentive.before-version", "version %d begins later".formatted(version));
        }
    }

    private static void mustHaveHappened(LocalDate on, Clock clock) {
        if (on.isAfter(LocalDate.now(clock))) {
            throw new RuleBroken("incentive.date-ahead", "%s has not happened yet".formatted(on));
        }
    }
}
