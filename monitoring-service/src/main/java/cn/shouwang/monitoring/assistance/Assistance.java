package cn.shouwang.monitoring.assistance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.assistance.AssistanceCommand.ApproveMeasure;
import cn.shouwang.monitoring.assistance.AssistanceCommand.EndMeasure;
import cn.shouwang.monitoring.assistance.AssistanceCommand.FindLack;
import cn.shouwang.monitoring.assistance.AssistanceCommand.GrantUrgentAid;
import cn.shouwang.monitoring.assistance.AssistanceCommand.PlanMeasure;
import cn.shouwang.monitoring.assistance.AssistanceCommand.RecordDelivery;
import cn.shouwang.monitoring.assistance.AssistanceEvent.LackFound;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureApproved;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureDelivered;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureEnded;
import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasurePlanned;
import cn.shouwang.monitoring.assistance.AssistanceEvent.UrgentAidGranted;
import cn.shouwang.monitoring.assistance.MeasureTerms.Edition;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.identification.Identifications;
import cn.shouwang.monitoring.identification.Identifications.Current;
import cn.shouwang.monitoring.identification.Identifications.Decided;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/// Decides how a household is helped.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Assistance {

    private record Told(int cycle, Lack lack) {}

    @AggregateIdentifier
    private AssistanceId id;

    private String village;
    private final Map<MeasureId, Course> measures = new HashMap<>();
    private final Set<Told> told = new HashSet<>();

    Assistance() {} // for Axon, before it replays the stream

    @CommandHandlerInterceptor
    void gate(CommandMessage<?> message, Actor actor, Clock clock) {
        if (village != null) {
            actor.mustReach(village);
        }
        if (message.getPayload() instanceof AssistanceCommand command
                && command.on().isAfter(LocalDate.now(clock))) {
            throw new RuleBroken("assistance.date-ahead", "%s has not happened yet".formatted(command.on()));
        }
    }

    /// Before the procedure has come to its end, or while the household is monitored.
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GrantUrgentAid command, Identifications identifications, Actor actor) {
        var current = identifications
                .current(command.household())
                .filter(found -> found.isUndecided() || found.isMonitored())
                .orElseThrow(() -> new RuleBroken("assistance.no-case", "no case runs and nothing is monitored"));
        actor.mustReach(current.village());
        if (command.on().isBefore(current.openedOn())) {
            throw new RuleBroken("assistance.date-before", "the case was not opened yet");
        }
        apply(new UrgentAidGranted(
                command.household(),
                current.village(),
                current.cycle(),
                command.reason(),
                command.amountFen(),
                actor.id(),
                command.on()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(
            PlanMeasure command, Identifications identifications, Register register, MeasureTerms terms, Actor actor) {
        var current = monitored(command.household(), identifications);
        actor.mustReach(current.village());
        if (measures.containsKey(command.measure())) {
            throw new RuleBroken("assistance.measure-known", "%s is planned".formatted(command.measure()));
        }
        mustBeForMembers(command.plan(), register.of(command.household()));
        mustMeetRisk(command.plan(), decided(current), terms.on(command.on()));
        mustBeTimely(command, decided(current));
        apply(new MeasurePlanned(
                command.household(),
                current.village(),
                current.cycle(),
                command.measure(),
                command.plan(),
                actor.id(),
                command.on()));
    }

    @CommandHandler
    void handle(ApproveMeasure command, Actor actor) {
        var course = course(command.measure());
        course.mustBePlanned(command.on());
        course.mustNotHavePlanned(actor.id());
        apply(new MeasureApproved(
                id.household(), village, course.cycle(), command.measure(), actor.id(), command.on()));
    }

    /// Also after monitoring is over: what runs may run on.
    @CommandHandler
    void handle(RecordDelivery command) {
        var course = course(command.measure());
        course.mustBeRunning(command.on());
        apply(new MeasureDelivered(
                id.household(),
                village,
                course.cycle(),
                command.measure(),
                course.family(),
                course.risk(),
                command.amountFen(),
                command.evidence(),
                command.on()));
    }

    @CommandHandler
    void handle(EndMeasure command) {
        var course = course(command.measure());
        course.mustAllow(command.ending(), command.on());
        apply(new MeasureEnded(
                id.household(),
                village,
                course.cycle(),
                command.measure(),
                command.ending(),
                command.result(),
                command.on()));
    }

    /// Rule M12. Looked at here once more, since a measure may have come in between.
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(FindLack command, Identifications identifications, Register register, MeasureTerms terms, Actor actor) {
        var current = monitored(command.household(), identifications);
        actor.mustReach(current.village());
        var since = decided(current).on();
        var dueOn = terms.on(since).dueOn(command.lack(), since);
        if (!command.on().isAfter(dueOn)
                || !lacks(
                        command.lack(),
                        current.cycle(),
                        register.of(command.household()).hasLabour())) {
            throw new RuleBroken("assistance.nothing-lacks", "nothing is overdue");
        }
        if (told.contains(new Told(current.cycle(), command.lack()))) {
            throw new RuleBroken("assistance.lack-told", "said already in this case");
        }
        apply(new LackFound(
                command.household(), current.village(), current.cycle(), command.lack(), dueOn, command.on()));
    }

    private boolean lacks(Lack lack, int cycle, boolean labour) {
        var inPlace = measures.values().stream().filter(course -> course.cycle() == cycle && course.isInPlace());
        return switch (lack) {
            case ANY_MEASURE -> inPlace.findAny().isEmpty();
            case DEVELOPMENTAL_MEASURE ->
                labour && inPlace.noneMatch(course -> course.family().isDevelopmental());
        };
    }

    /// Rule M16: whoever has died, or left, gets nothing new.
    private static void mustBeForMembers(Plan plan, Register.Entry household) {
        for (var member : plan.members()) {
            var left = household.left().get(member);
            if (left != null) {
                throw new RuleBroken(
                        switch (left) {
                            case DEATH -> "assistance.member-deceased";
                            default -> "assistance.member-gone";
                        },
                        "%s is no longer a member".formatted(member));
            }
            if (!household.members().contains(member)) {
                throw new RuleBroken("assistance.unknown-member", "%s is no member".formatted(member));
            }
        }
    }

    private static void mustMeetRisk(Plan plan, Decided decided, Edition terms) {
        if (!decided.decision().finding().risks().types().contains(plan.risk())) {
            throw new RuleBroken("assistance.risk-not-found", "%s was not found".formatted(plan.risk()));
        }
        var explained = plan.ground() != null && !plan.ground().isBlank();
        if (!terms.suits(plan.family(), plan.risk()) && !explained) {
            throw new RuleBroken(
                    "assistance.family-unsuited", "%s does not usually meet %s".formatted(plan.family(), plan.risk()));
        }
    }

    private static void mustBeTimely(PlanMeasure command, Decided decided) {
        var plan = command.plan();
        if (command.on().isBefore(decided.on()) || plan.start().isBefore(decided.on())) {
            throw new RuleBroken("assistance.date-before", "the household was not monitored yet");
        }
        if (plan.plannedEnd() != null && plan.plannedEnd().isBefore(plan.start())) {
            throw new RuleBroken("assistance.end-before-start", "a measure ends after it starts");
        }
    }

    private static Current monitored(HouseholdId household, Identifications identifications) {
        return identifications
                .current(household)
                .filter(Current::isMonitored)
                .orElseThrow(() -> new RuleBroken("assistance.not-monitored", "the household is not monitored"));
    }

    private static Decided decided(Current monitored) {
        return Objects.requireNonNull(monitored.decision());
    }

    private Course course(MeasureId measure) {
        var course = measures.get(measure);
        if (course == null) {
            throw new RuleBroken("assistance.unknown-measure", "the household has no such measure");
        }
        return course;
    }

    private void step(MeasureId measure, AssistanceEvent event) {
        measures.computeIfPresent(measure, (_, course) -> course.after(event));
    }

    @EventSourcingHandler
    void on(AssistanceEvent event) {
        id = new AssistanceId(event.household());
        village = event.division();
        switch (event) {
            case MeasurePlanned planned -> measures.put(planned.measure(), Course.of(planned));
            case MeasureApproved approved -> step(approved.measure(), approved);
            case MeasureDelivered delivered -> step(delivered.measure(), delivered);
            case MeasureEnded ended -> step(ended.measure(), ended);
            case LackFound found -> told.add(new Told(found.cycle(), found.lack()));
            case UrgentAidGranted _ -> {} // no later step asks for it
        }
    }
}
