package cn.shouwang.identity.grant;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.grant.GrantCommand.ConfirmGrant;
import cn.shouwang.identity.grant.GrantCommand.ImportGrant;
import cn.shouwang.identity.grant.GrantCommand.ProposeGrant;
import cn.shouwang.identity.grant.GrantCommand.ProposeStandIn;
import cn.shouwang.identity.grant.GrantCommand.RefuseGrant;
import cn.shouwang.identity.grant.GrantCommand.RevokeGrant;
import cn.shouwang.identity.grant.GrantEvent.GrantConfirmed;
import cn.shouwang.identity.grant.GrantEvent.GrantImported;
import cn.shouwang.identity.grant.GrantEvent.GrantProposed;
import cn.shouwang.identity.grant.GrantEvent.GrantRefused;
import cn.shouwang.identity.grant.GrantEvent.GrantRevoked;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/// Decides whether an account gets an office and how long it keeps it.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Grant {

    /// A stand-in is for an absence; who is away longer hands the office over.
    private static final int LONGEST_STAND_IN_DAYS = 60;

    @AggregateIdentifier
    private GrantId id;

    private AccountName account;
    private AccountName proposer;
    private @Nullable AccountName standingInFor;
    private Office office;
    private Term term;
    private GrantState state;

    Grant() {} // for Axon, before it replays the stream

    @CommandHandler
    Grant(ProposeGrant command, Actor actor, Clock clock, GrantRules rules) {
        actor.mustReach(command.office().division());
        requireOthers(actor, command.account());
        requireSound(command.office(), command.term(), clock);
        rules.requireRoomFor(command.account(), command.office(), command.term());
        apply(new GrantProposed(
                command.grant(),
                command.account(),
                command.office(),
                command.term(),
                null,
                AccountName.of(actor.id()),
                command.reason(),
                LocalDate.now(clock)));
    }

    @CommandHandler
    Grant(ProposeStandIn command, Actor actor, Clock clock, GrantRules rules) {
        actor.mustReach(command.office().division());
        requireHolderOrAdministrator(actor, command.standingInFor());
        requireOthers(actor, command.account());
        requireSound(command.office(), command.term(), clock);
        requireStandIn(command);
        rules.requireHeld(command.standingInFor(), command.office(), command.term());
        rules.requireRoomFor(command.account(), command.office(), command.term());
        apply(new GrantProposed(
                command.grant(),
                command.account(),
                command.office(),
                command.term(),
                command.standingInFor(),
                AccountName.of(actor.id()),
                command.reason(),
                LocalDate.now(clock)));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ImportGrant command, Actor actor, Clock clock) {
        actor.mustReach(command.office().division());
        if (id != null) {
            throw new RuleBroken("grant.imported-already", "the account has had its first office");
        }
        requirePlace(command.office());
        var today = LocalDate.now(clock);
        apply(new GrantImported(command.grant(), command.account(), command.office(), new Term(today, null), today));
    }

    @CommandHandler
    void handle(ConfirmGrant command, Actor actor, Clock clock, GrantRules rules) {
        requireToDecide(actor);
        if (term.overBefore(LocalDate.now(clock))) {
            throw new RuleBroken("grant.over", "the last day of the grant has passed");
        }
        if (standingInFor != null) {
            rules.requireHeld(standingInFor, office, term);
        }
        rules.requireRoomFor(account, office, term);
        apply(new GrantConfirmed(id, account, office, LocalDate.now(clock)));
    }

    @CommandHandler
    void handle(RefuseGrant command, Actor actor, Clock clock) {
        requireToDecide(actor);
        apply(new GrantRefused(id, account, office, command.reason(), LocalDate.now(clock)));
    }

    @CommandHandler
    void handle(RevokeGrant command, Actor actor, Clock clock) {
        actor.mustReach(division());
        if (state == GrantState.REFUSED || state == GrantState.REVOKED) {
            throw new RuleBroken("grant.ended", "the grant was refused or taken back before");
        }
        apply(new GrantRevoked(id, account, office, command.reason(), LocalDate.now(clock)));
    }

    @EventSourcingHandler
    void on(GrantEvent event) {
        id = event.grant();
        account = event.account();
        office = event.office();
        switch (event) {
            case GrantProposed proposed -> {
                proposer = proposed.proposer();
                standingInFor = proposed.standingInFor();
                term = proposed.term();
                state = GrantState.PROPOSED;
            }
            case GrantImported imported -> {
                term = imported.term();
                state = GrantState.CONFIRMED;
            }
            case GrantConfirmed _ -> state = GrantState.CONFIRMED;
            case GrantRefused _ -> state = GrantState.REFUSED;
            case GrantRevoked _ -> state = GrantState.REVOKED;
        }
    }

    private @Nullable String division() {
        return office == null ? null : office.division();
    }

    private void requireToDecide(Actor actor) {
        actor.mustReach(division());
        if (state != GrantState.PROPOSED) {
            throw new RuleBroken("grant.not-proposed", "the grant was decided before");
        }
        requireOthers(actor, account);
        if (actor.id().equals(proposer.value())) {
            throw new RuleBroken("grant.own-proposal", "who proposed a grant does not decide on it");
        }
    }

    private static void requireOthers(Actor actor, AccountName account) {
        if (actor.id().equals(account.value())) {
            throw new RuleBroken("grant.own-account", "nobody proposes or decides a grant for their own account");
        }
    }

    private static void requireHolderOrAdministrator(Actor actor, AccountName holder) {
        if (actor.role() != Role.SECURITY_ADMIN && !actor.id().equals(holder.value())) {
            throw new RuleBroken(
                    "grant.not-the-holder", "only the holder or the security administrator names a stand-in");
        }
    }

    private static void requireStandIn(ProposeStandIn command) {
        if (command.account().equals(command.standingInFor())) {
            throw new RuleBroken("grant.stands-in-for-itself", "nobody stands in for themselves");
        }
        var until = command.term().until();
        if (until == null || command.term().days(until) > LONGEST_STAND_IN_DAYS) {
            throw new RuleBroken("grant.stand-in-too-long", "a stand-in has an end, within 60 days");
        }
    }

    private static void requireSound(Office office, Term term, Clock clock) {
        requirePlace(office);
        if (term.runsBackwards()) {
            throw new RuleBroken("grant.term-backwards", "the last day lies before the first");
        }
        if (term.from().isBefore(LocalDate.now(clock))) {
            throw new RuleBroken("grant.backdated", "no office is given for days that have passed");
        }
    }

    private static void requirePlace(Office office) {
        if (!office.fits()) {
            throw new RuleBroken("grant.place-not-of-role", "the role has its place at another level");
        }
    }
}
