package cn.shouwang.identity.account;

import cn.shouwang.identity.account.AccountCommand.NoteFailedSignIns;
import cn.shouwang.identity.account.Accounts.Known;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Writes down that wrong passwords were tried until a wait began.
///
/// Only for accounts that are there, because what was typed may be anything, a password too; beside
/// the answer, so that it takes as long for a name that is unknown; and at most once an hour for an
/// account, so that guessing cannot fill the log.
@Component
public class FailedSignIns {

    private static final Logger log = LoggerFactory.getLogger(FailedSignIns.class);
    private static final Duration ONCE_IN = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private final Accounts accounts;
    private final Commands commands;
    private final Cache<AccountName, Boolean> noted =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(ONCE_IN).build();

    FailedSignIns(Accounts accounts, Commands commands) {
        this.accounts = accounts;
        this.commands = commands;
    }

    /// Returns at once; `typed` is what stood in the field for the name.
    public void often(String typed) {
        AccountName.typed(typed)
                .ifPresent(name -> Thread.ofVirtual().name("failed-sign-ins").start(() -> note(name)));
    }

    private void note(AccountName name) {
        try {
            accounts.find(name)
                    .filter(known -> known.state() != AccountState.CLOSED)
                    .filter(known -> noted.asMap().putIfAbsent(known.name(), true) == null)
                    .ifPresent(this::send);
        } catch (RuntimeException e) {
            log.warn("failed sign-ins could not be recorded: {}", e.getClass().getName());
        }
    }

    private void send(Known known) {
        commands.sendAs(
                new NoteFailedSignIns(known.name()),
                new Actor("system", Role.SYSTEM, known.division(), Actor.Channel.SYSTEM));
    }
}
