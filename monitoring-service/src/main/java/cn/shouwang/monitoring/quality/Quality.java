package cn.shouwang.monitoring.quality;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.quality.QualityCommand.AssignIssue;
import cn.shouwang.monitoring.quality.QualityCommand.ExplainIssue;
import cn.shouwang.monitoring.quality.QualityCommand.ReviewQuality;
import cn.shouwang.monitoring.quality.QualityEvent.DataQualityIssueFound;
import cn.shouwang.monitoring.quality.QualityEvent.IssueAssigned;
import cn.shouwang.monitoring.quality.QualityEvent.IssueExplained;
import cn.shouwang.monitoring.quality.QualityEvent.IssueFixed;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/// Decides what becomes of the findings in one household.
///
/// The software finds and sees that something is gone; an office is asked to put it right; a person
/// says that the register is right all the same. Reviewing the same facts twice changes nothing.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Quality {

    @AggregateIdentifier
    private QualityId id;

    private String village;
    private final IssueBook book = new IssueBook();

    Quality() {} // for Axon, before it replays the stream

    @CommandHandlerInterceptor
    void gate(CommandMessage<?> message, Actor actor) {
        if (!(message.getPayload() instanceof ReviewQuality)) {
            actor.mustReach(village);
        }
    }

    /// Refused when there is nothing new, since a command changes something.
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReviewQuality command, Actor actor) {
        actor.mustReach(command.village());
        var news = book.news(command.findings());
        var gone = book.gone(command.findings());
        if (news.isEmpty() && gone.isEmpty()) {
            throw new RuleBroken("quality.nothing-new", "the findings are known");
        }
        var of = command.quality().household();
        gone.forEach(issue -> apply(new IssueFixed(of, command.village(), issue, command.on())));
        var next = book.next();
        for (var finding : news) {
            apply(new DataQualityIssueFound(of, command.village(), next++, finding, command.edition(), command.on()));
        }
    }

    @CommandHandler
    void handle(AssignIssue command, Clock clock) {
        mustBeTimely(mustBeOpen(command.issue()), command.on(), clock);
        if (!village.startsWith(command.office())) {
            throw new RuleBroken("quality.office-elsewhere", "the office is not that of the village, town or county");
        }
        if (command.dueOn().isBefore(command.on())) {
            throw new RuleBroken("quality.due-in-past", "an issue is not due before it is assigned");
        }
        apply(new IssueAssigned(
                id.household(), village, command.issue(), command.office(), command.dueOn(), command.on()));
    }

    @CommandHandler
    void handle(ExplainIssue command, Inspection inspection, Clock clock) {
        var entry = mustBeOpen(command.issue());
        mustBeTimely(entry, command.on(), clock);
        if (command.reason().isBlank()) {
            throw new RuleBroken("quality.reason-missing", "an explanation has words");
        }
        var told = told(entry, inspection, LocalDate.now(clock));
        apply(new IssueExplained(id.household(), village, command.issue(), told, command.reason(), command.on()));
    }

    @EventSourcingHandler
    void on(QualityEvent event) {
        id = new QualityId(event.household());
        village = event.division();
        book.on(event);
    }

    private IssueBook.Entry mustBeOpen(int issue) {
        var entry = book.find(issue);
        if (entry == null || !entry.state().isOpen()) {
            throw new RuleBroken("quality.not-open", "the household has no open issue %d".formatted(issue));
        }
        return entry;
    }

    /// By how many facts it is explained: as many as there are now, not when it was found.
    private long told(IssueBook.Entry entry, Inspection inspection, LocalDate today) {
        return inspection.of(List.of(id.household()), today).stream()
                .flatMap(inspected -> inspected.findings().stream())
                .filter(finding -> finding.subject().equals(entry.finding().subject()))
                .mapToLong(Finding::told)
                .findFirst()
                .orElse(entry.told());
    }

    private static void mustBeTimely(IssueBook.Entry entry, LocalDate on, Clock clock) {
        if (on.isAfter(LocalDate.now(clock))) {
            throw new RuleBroken("quality.date-ahead", "%s has not happened yet".formatted(on));
        }
        if (on.isBefore(entry.lastOn())) {
            throw new RuleBroken("quality.date-before", "%s is before the last step".formatted(on));
        }
    }
}
