package cn.shouwang.monitoring.duty;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.duty.DutyYearCommand.IssueDuties;
import cn.shouwang.monitoring.duty.DutyYearEvent.DutiesIssued;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/// Decides which duties a year has. Issuing it again hands out only what the catalogue has gained.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class DutyYear {

    @AggregateIdentifier
    private DutyYearId id;

    private final Set<DutyId> issued = new HashSet<>();

    DutyYear() {} // for Axon, before it replays the stream

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(IssueDuties command, DutyCatalogue catalogue, Divisions divisions, Actor actor, Clock clock) {
        var county = command.year().county();
        actor.mustReach(county);
        divisions.require(county);
        if (command.on().isAfter(LocalDate.now(clock))) {
            throw new RuleBroken("duty.date-ahead", "%s has not happened yet".formatted(command.on()));
        }
        var edition = catalogue.on(command.on());
        var fresh = DutyCatalogue.assignments(edition, command.year(), divisions).stream()
                .filter(assignment -> !issued.contains(assignment.duty()))
                .toList();
        if (fresh.isEmpty()) {
            throw new RuleBroken("duty.already-issued", "every duty of %s is handed out".formatted(id));
        }
        apply(new DutiesIssued(command.year(), county, edition.from(), fresh, command.on()));
    }

    @EventSourcingHandler
    void on(DutyYearEvent event) {
        switch (event) {
            case DutiesIssued duties -> {
                id = duties.year();
                duties.duties().forEach(assignment -> issued.add(assignment.duty()));
            }
        }
    }
}
