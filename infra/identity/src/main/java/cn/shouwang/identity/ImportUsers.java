package cn.shouwang.identity;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.account.Accounts;
import cn.shouwang.identity.account.FirstAccounts;
import cn.shouwang.identity.grant.FirstGrants;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Takes users of the file whose account the log does not know over into the log, with the office the
/// file gives them. From then on the log alone says what they may do.
///
/// Runs beside the start and does not hold it up: while the log is away it tries again, and a file that
/// changes later is taken over within seconds. The account comes after its grant, so that an account
/// that is known is whole, wherever the process died.
@Component
class ImportUsers {

    private static final Logger log = LoggerFactory.getLogger(ImportUsers.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// Enough for the log to write many at once.
    private static final int AT_A_TIME = 64;

    private static final int COUNTY_DIGITS = 6;

    private final Users users;
    private final Accounts accounts;
    private final FirstAccounts firstAccounts;
    private final FirstGrants firstGrants;
    private final Thread worker = Thread.ofVirtual().name("import-users").unstarted(this::watch);

    ImportUsers(Users users, Accounts accounts, FirstAccounts firstAccounts, FirstGrants firstGrants) {
        this.users = users;
        this.accounts = accounts;
        this.firstAccounts = firstAccounts;
        this.firstGrants = firstGrants;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        worker.start();
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        worker.interrupt();
    }

    /// Whether there was anything to take over; does nothing for an account that has been.
    boolean takeOver(KnownUser user) {
        var office = user.office();
        if (office == null) {
            return false;
        }
        firstGrants.give(user.username(), office);
        firstAccounts.open(user.username(), office.division().substring(0, COUNTY_DIGITS));
        return true;
    }

    private void watch() {
        Map<AccountName, KnownUser> done = Map.of();
        try {
            while (true) {
                var now = users.all();
                if (now != done && takeOver(now)) {
                    done = now;
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the process ends; the next start goes on
        }
    }

    private boolean takeOver(Map<AccountName, KnownUser> file) throws InterruptedException {
        try {
            var began = System.nanoTime();
            var known = accounts.among(file.keySet());
            var missing = file.values().stream()
                    .filter(user -> !known.contains(user.username()))
                    .<Callable<Boolean>>map(user -> () -> takeOver(user))
                    .toList();
            var imported = 0;
            try (var threads =
                    Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
                for (var one : threads.invokeAll(missing)) {
                    imported += one.get() ? 1 : 0;
                }
            }
            log.info("{} users imported in {} ms", imported, (System.nanoTime() - began) / 1_000_000);
            return true;
        } catch (ExecutionException | RuntimeException e) {
            log.warn("users are not imported yet: {}", e.getClass().getName());
            return false;
        }
    }
}
