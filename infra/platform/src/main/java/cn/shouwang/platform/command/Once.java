package cn.shouwang.platform.command;

import cn.shouwang.platform.command.Refusals.Refusal;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.store.Accepted;
import cn.shouwang.platform.store.AlreadyStored;
import cn.shouwang.platform.store.Attempt;
import cn.shouwang.platform.store.Commit;
import cn.shouwang.platform.store.Log;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Carries a keyed command out once, however often it is sent.
///
/// A repetition gets the answer of the first attempt: what was accepted is found in the log by its
/// key, what was refused in the refusals. Both outlive a restart. In one process a repetition waits
/// while the first attempt runs; between processes the log's unique key decides.
public final class Once {

    private final Log log;
    private final Refusals refusals;
    private final ReentrantLock[] running =
            IntStream.range(0, 256).mapToObj(_ -> new ReentrantLock()).toArray(ReentrantLock[]::new);

    public Once(Log log, MongoDatabase database, Clock clock) {
        this.log = log;
        this.refusals = new Refusals(database, clock);
    }

    /// The answer to `attempt`, which `carryOut` finds when it is the first under its key.
    ///
    /// Throws [RuleBroken] as the first attempt did, [KeyReused] when the key came with another
    /// request before.
    Accepted answer(Attempt attempt, Supplier<Accepted> carryOut) {
        var key = attempt.key().orElse(null);
        if (key == null) {
            return carryOut.get();
        }
        var lock = running[Math.floorMod(key.hashCode(), running.length)];
        lock.lock();
        try {
            var stored = log.byKey(key);
            return stored.isPresent() ? same(attempt, stored.get()) : first(key, attempt, carryOut);
        } finally {
            lock.unlock();
        }
    }

    private Accepted first(String key, Attempt attempt, Supplier<Accepted> carryOut) {
        var refused = attempt.isRequest() ? refusals.of(key) : Optional.<Refusal>empty();
        if (refused.isPresent()) {
            requireSame(attempt, refused.get().print());
            throw new RuleBroken(refused.get().rule(), "refused before");
        }
        try {
            return carryOut.get();
        } catch (AlreadyStored e) {
            return same(attempt, e.commit());
        } catch (RuleBroken refusal) {
            if (attempt.isRequest()) {
                refusals.remember(key, new Refusal(attempt.print(), refusal.rule()));
            }
            throw refusal;
        }
    }

    private static Accepted same(Attempt attempt, Commit stored) {
        requireSame(attempt, stored.print());
        return stored.accepted();
    }

    private static void requireSame(Attempt attempt, @Nullable String print) {
        if (!attempt.print().equals(print)) {
            throw new KeyReused();
        }
    }
}
