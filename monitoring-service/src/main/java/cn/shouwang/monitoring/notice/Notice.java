package cn.shouwang.monitoring.notice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.identification.Limits;
import cn.shouwang.monitoring.identification.Objections;
import cn.shouwang.monitoring.identification.PublicText;
import cn.shouwang.monitoring.notice.NoticeCommand.AnnounceRemoval;
import cn.shouwang.monitoring.notice.NoticeCommand.HangNotice;
import cn.shouwang.monitoring.notice.NoticeCommand.ObjectToNotice;
import cn.shouwang.monitoring.notice.NoticeCommand.ResolveNoticeObjection;
import cn.shouwang.monitoring.notice.NoticeCommand.TakeNoticeDown;
import cn.shouwang.monitoring.notice.NoticeEvent.NoticeHung;
import cn.shouwang.monitoring.notice.NoticeEvent.NoticeObjected;
import cn.shouwang.monitoring.notice.NoticeEvent.NoticeObjectionResolved;
import cn.shouwang.monitoring.notice.NoticeEvent.NoticeTakenDown;
import cn.shouwang.monitoring.notice.NoticeEvent.RemovalAnnounced;
import cn.shouwang.monitoring.removal.Removals;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/// Decides what hangs in the village about a household's removal, one notice after another.
///
/// An objection may still be settled once its notice is down; the town does not pass a removal before.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Notice {

    @AggregateIdentifier
    private NoticeId id;

    private String village;
    private NoticeHung hung;
    private LocalDate latest;
    private final Objections objections = new Objections();
    private int announcedAttempt;
    private @Nullable LocalDate downOn;

    Notice() {} // for Axon, before it replays the stream

    /// Asks the register where the household lives, since before the first notice nobody else knows.
    @CommandHandlerInterceptor
    void gate(CommandMessage<?> message, Actor actor, Register register, Clock clock) {
        var command = (NoticeCommand) message.getPayload();
        actor.mustReach(register.of(command.household()).village());
        if (command.on().isAfter(LocalDate.now(clock))) {
            throw new RuleBroken("notice.date-ahead", "%s has not happened yet".formatted(command.on()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(HangNotice command, Removals removals, Register register, Limits limits) {
        var removal = removals.current(command.household())
                .filter(current -> current.agreedOn() != null)
                .orElseThrow(() -> new RuleBroken("notice.not-due", "no removal waits for a notice"));
        mustFollow(command.on(), removal.agreedOn());
        if (hung != null && downOn == null) {
            throw new RuleBroken("notice.hangs-already", "a notice of the household hangs");
        }
        var hidden = register.hidden(command.household());
        PublicText.mustBeFit(command.place(), hidden);
        PublicText.mustBeFit(command.text(), hidden);
        apply(new NoticeHung(
                command.household(),
                removal.village(),
                removal.cycle(),
                removal.attempt(),
                hung == null ? 1 : hung.number() + 1,
                command.place(),
                command.text(),
                command.on().plusDays(limits.on(command.on()).publicityDays()),
                command.on()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ObjectToNotice command) {
        mustHang();
        mustFollow(command.on(), latest);
        apply(new NoticeObjected(
                id.household(),
                village,
                hung.cycle(),
                hung.attempt(),
                hung.number(),
                objections.next(),
                command.by(),
                command.text(),
                command.on()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ResolveNoticeObjection command) {
        objections.mustBeOpen(command.objection());
        mustFollow(command.on(), latest);
        apply(new NoticeObjectionResolved(
                id.household(),
                village,
                hung.cycle(),
                hung.attempt(),
                hung.number(),
                command.objection(),
                command.upheld(),
                command.explanation(),
                command.on()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(TakeNoticeDown command) {
        mustHang();
        mustFollow(command.on(), latest);
        if (command.on().isBefore(hung.until())) {
            throw new RuleBroken("notice.too-short", "the notice hangs until " + hung.until());
        }
        objections.mustBeSettled();
        apply(new NoticeTakenDown(id.household(), village, hung.cycle(), hung.attempt(), hung.number(), command.on()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AnnounceRemoval command, Removals removals, Register register) {
        var removed = removals.current(command.household())
                .filter(current -> current.removedOn() != null)
                .orElseThrow(() -> new RuleBroken("notice.nothing-to-announce", "no risk was removed"));
        mustFollow(command.on(), removed.removedOn());
        if (announcedAttempt == removed.attempt()) {
            throw new RuleBroken("notice.announced-already", "the village has heard of it");
        }
        PublicText.mustBeFit(command.place(), register.hidden(command.household()));
        apply(new RemovalAnnounced(
                id.household(),
                village,
                removed.cycle(),
                removed.attempt(),
                hung.number(),
                command.place(),
                command.on()));
    }

    private void mustHang() {
        if (hung == null || downOn != null) {
            throw new RuleBroken("notice.down", "no notice of the household hangs");
        }
    }

    private static void mustFollow(LocalDate on, @Nullable LocalDate before) {
        if (before != null && on.isBefore(before)) {
            throw new RuleBroken("notice.date-before", "%s is before the last step".formatted(on));
        }
    }

    @EventSourcingHandler
    void on(NoticeEvent event) {
        latest = event.on();
        switch (event) {
            case NoticeHung notice -> begin(notice);
            case NoticeObjected objected -> objections.raised(objected.objection(), objected.on());
            case NoticeObjectionResolved resolved -> {
                objections.resolved(resolved.objection(), resolved.on());
                downOn = resolved.upheld() && downOn == null ? resolved.on() : downOn;
            }
            case NoticeTakenDown down -> downOn = down.on();
            case RemovalAnnounced announced -> announcedAttempt = announced.attempt();
        }
    }

    private void begin(NoticeHung notice) {
        id = new NoticeId(notice.household());
        village = notice.division();
        hung = notice;
        downOn = null;
    }
}
