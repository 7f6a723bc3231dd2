package cn.shouwang.identity.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.identity.account.AccountCommand.CloseAccount;
import cn.shouwang.identity.account.AccountCommand.LockAccount;
import cn.shouwang.identity.account.AccountCommand.NoteFailedSignIns;
import cn.shouwang.identity.account.AccountCommand.OpenAccount;
import cn.shouwang.identity.account.AccountCommand.UnlockAccount;
import cn.shouwang.identity.account.AccountEvent.AccountClosed;
import cn.shouwang.identity.account.AccountEvent.AccountLocked;
import cn.shouwang.identity.account.AccountEvent.AccountOpened;
import cn.shouwang.identity.account.AccountEvent.AccountUnlocked;
import cn.shouwang.identity.account.AccountEvent.SignInFailedOften;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/// Decides whether an account can be opened, locked, unlocked, closed. Nobody does any of it to their
/// own.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Account {

    @AggregateIdentifier
    private AccountName name;

    private String division;
    private AccountState state;

    Account() {} // for Axon, before it replays the stream

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenAccount command, Actor actor, Clock clock) {
        actor.mustReach(command.division());
        if (name != null) {
            throw new RuleBroken("account.exists", "an account of that name is or was here");
        }
        apply(new AccountOpened(command.account(), command.division(), command.kind(), LocalDate.now(clock)));
    }

    @CommandHandler
    void handle(LockAccount command, Actor actor, Clock clock) {
        requireOthers(actor);
        if (state == AccountState.LOCKED) {
            throw new RuleBroken("account.locked-already", "the account is locked");
        }
        apply(new AccountLocked(name, division, command.reason(), LocalDate.now(clock)));
    }

    @CommandHandler
    void handle(UnlockAccount command, Actor actor, Clock clock) {
        requireOthers(actor);
        if (state != AccountState.LOCKED) {
            throw new RuleBroken("account.not-locked", "the account is not locked");
        }
        apply(new AccountUnlocked(name, division, command.reason(), LocalDate.now(clock)));
    }

    @CommandHandler
    void handle(NoteFailedSignIns command, Actor actor, Clock clock) {
        requireNotClosed(actor);
        apply(new SignInFailedOften(name, division, LocalDate.now(clock)));
    }

    @CommandHandler
    void handle(CloseAccount command, Actor actor, Clock clock) {
        requireOthers(actor);
        apply(new AccountClosed(name, division, command.reason(), LocalDate.now(clock)));
    }

    @EventSourcingHandler
    void on(AccountEvent event) {
        switch (event) {
            case AccountOpened opened -> {
                name = opened.account();
                division = opened.division();
                state = AccountState.OPEN;
            }
            case AccountLocked _ -> state = AccountState.LOCKED;
            case AccountUnlocked _ -> state = AccountState.OPEN;
            case AccountClosed _ -> state = AccountState.CLOSED;
            case SignInFailedOften _ -> {}
        }
    }

    private void requireOthers(Actor actor) {
        requireNotClosed(actor);
        if (actor.id().equals(name.value())) {
            throw new RuleBroken("account.own", "nobody locks, unlocks or closes their own account");
        }
    }

    private void requireNotClosed(Actor actor) {
        actor.mustReach(division);
        if (state == AccountState.CLOSED) {
            throw new RuleBroken("account.closed", "the account is closed for good");
        }
    }
}
