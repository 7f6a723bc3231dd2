package cn.shouwang.platform.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.WriteError;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.modelling.command.ConcurrencyException;

/// Gives commits their positions and writes what has gathered with one ordered insert.
///
/// A commit that comes alone is written by its own thread, which spares two wake-ups; as soon as there
/// are several, one thread of the process writes for all. It gives those who were just answered a
/// moment to come back before it writes, because one insert of many costs little more than one of
/// few. Positions are gapless: a commit is written only after its predecessor is
/// visible. Several processes may append to one log: those that saw the same head collide on `_id`,
/// and the loser reads the head again and renumbers. A commit that fails costs only its own command;
/// those behind it are renumbered. When the connection breaks in the middle, the log itself is asked
/// which commits arrived before anything is written again.
public final class Appender implements AutoCloseable {

    private static final int BATCH = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration GATHERING = Duration.ofNanos(150_000);

    private record Pending(Prepared prepared, Instant deadline, CompletableFuture<Commit> done) {

        Commit draft() {
            return prepared.draft();
        }

        void fail(RuntimeException cause) {
            done.completeExceptionally(cause);
        }
    }

    private final Log log;
    private final Clock clock;
    private final BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(10_000);
    private final Timer appends;
    private final DistributionSummary batches;
    private final Thread thread;
    private final AtomicInteger callers = new AtomicInteger();
    private final ReentrantLock turn = new ReentrantLock(); // guards what follows
    private volatile boolean closed;
    private long next = -1; // unknown: read the head first
    private Instant latest = Instant.EPOCH;
    private int company = 1; // how many commits lately came about at once

    public Appender(Log log, Clock clock, MeterRegistry meters) {
        this.log = log;
        this.clock = clock;
        this.appends = Timer.builder("log.append")
                .description("from a decided command to its durable events")
                .publishPercentileHistogram()
                .register(meters);
        this.batches = DistributionSummary.builder("log.batch")
                .description("commits written with one insert")
                .register(meters);
        this.thread = Thread.ofPlatform().name("log-appender").daemon().start(this::run);
    }

    /// Stores a commit and returns it with its position and time, once it is durable.
    ///
    /// Throws [ConcurrencyException] when the stream has grown meanwhile, [AlreadyStored] when the
    /// key is known, [LogUnavailable] when the outcome is not known within ten seconds or too much is
    /// waiting.
    public Commit append(Commit draft) {
        var pending = new Pending(Prepared.of(draft), clock.instant().plus(PATIENCE), new CompletableFuture<>());
        var began = System.nanoTime();
        var alone = callers.incrementAndGet() == 1;
        try {
            if (!(alone && storesItself(pending)) && (closed || !queue.offer(pending))) {
                throw new LogUnavailable("too much is waiting to be stored");
            }
            return pending.done().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        } finally {
            callers.decrementAndGet();
            appends.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
    }

    /// False when somebody else is writing or waits to be written.
    private boolean storesItself(Pending pending) {
        if (closed || !queue.isEmpty() || !turn.tryLock()) {
            return false;
        }
        try {
            store(new ArrayDeque<>(List.of(pending)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(List.of(pending), e);
        } catch (RuntimeException e) {
            fail(List.of(pending), e);
        } finally {
            turn.unlock();
        }
        return true;
    }

    private void run() {
        while (!closed || !queue.isEmpty()) {
            try {
                var first = queue.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    storeWithOthers(first);
                }
            } catch (InterruptedException _) {
                closed = true;
            }
        }
    }

    private void storeWithOthers(Pending first) throws InterruptedException {
        var gathered = new ArrayList<Pending>();
        gathered.add(first);
        turn.lockInterruptibly();
        try {
            gather(gathered);
            store(new ArrayDeque<>(gathered));
            company = Math.max(company, Math.min(BATCH, gathered.size() + queue.size()));
        } catch (InterruptedException e) {
            fail(gathered, e);
            throw e;
        } catch (RuntimeException e) {
            fail(gathered, e);
        } finally {
            turn.unlock();
        }
    }

    /// Takes what waits, and waits a moment for as many as came lately.
    private void gather(List<Pending> gathered) throws InterruptedException {
        var until = System.nanoTime() + GATHERING.toNanos();
        queue.drainTo(gathered, BATCH - gathered.size());
        while (gathered.size() < company) {
            var another = queue.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (another == null) {
                company = gathered.size();
                return;
            }
            gathered.add(another);
            queue.drainTo(gathered, BATCH - gathered.size());
        }
    }

    private void fail(List<Pending> gathered, Exception cause) {
        next = -1;
        gathered.forEach(pending -> pending.fail(new LogUnavailable("the log refused a write", cause)));
    }

    private void store(Deque<Pending> waiting) throws InterruptedException {
        while (!waiting.isEmpty()) {
            List<Commit> batch = List.of();
            try {
                if (next < 0) {
                    readHead();
                }
                batch = number(waiting);
                log.insert(waiting.stream().map(Pending::prepared).toList());
                succeed(waiting, batch);
            } catch (MongoBulkWriteException e) {
                settle(waiting, batch, e);
            } catch (MongoException e) {
                recover(waiting, batch, e);
            }
        }
    }

    private void readHead() {
        var last = log.last();
        next = last.map(commit -> commit.last() + 1).orElse(0L);
        last.map(Commit::recordedAt).filter(latest::isBefore).ifPresent(at -> latest = at);
    }

    private List<Commit> number(Deque<Pending> waiting) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        latest = now.isAfter(latest) ? now : latest;
        var position = next;
        var batch = new ArrayList<Commit>(waiting.size());
        for (var pending : waiting) {
            batch.add(pending.prepared().place(position, latest));
            position += pending.draft().events().size();
        }
        batches.record(batch.size());
        return batch;
    }

    private void succeed(Deque<Pending> waiting, List<Commit> stored) {
        for (var commit : stored) {
            next = commit.last() + 1;
            waiting.remove().done().complete(commit);
        }
        if (!stored.isEmpty()) {
            log.grownTo(stored.getLast().last());
        }
    }

    /// An ordered insert stopped at one commit: those before it are stored, those after it are not.
    private void settle(Deque<Pending> waiting, List<Commit> batch, MongoBulkWriteException e)
            throws InterruptedException {
        if (e.getWriteErrors().isEmpty()) {
            recover(waiting, batch, e);
            return;
        }
        var error = e.getWriteErrors().getFirst();
        succeed(waiting, batch.subList(0, error.getIndex()));
        var refused = batch.get(error.getIndex());
        if (new WriteError(error.getCode(), error.getMessage(), error.getDetails()).getCategory()
                != ErrorCategory.DUPLICATE_KEY) {
            waiting.remove().fail(new LogUnavailable("the log refused a commit", e));
            return;
        }
        try {
            explain(waiting, refused);
        } catch (MongoException again) {
            recover(waiting, batch.subList(error.getIndex(), batch.size()), again);
        }
    }

    private void explain(Deque<Pending> waiting, Commit refused) {
        var same = log.at(refused.stream(), refused.sequence());
        if (same.filter(refused::isSameAs).isPresent()) {
            waiting.remove().done().complete(same.get());
            next = -1;
        } else if (refused.key() != null && log.byKey(refused.key()).isPresent()) {
            waiting.remove().fail(new AlreadyStored(log.byKey(refused.key()).get()));
        } else if (same.isPresent()) {
            waiting.remove().fail(changedMeanwhile(refused));
        } else {
            next = -1; // another process took the position
        }
    }

    private static ConcurrencyException changedMeanwhile(Commit refused) {
        return new ConcurrencyException("stream of " + refused.type() + " has grown past " + refused.sequence());
    }

    /// The connection broke: what of the batch arrived is not known until the log answers again.
    private void recover(Deque<Pending> waiting, List<Commit> batch, MongoException cause) throws InterruptedException {
        next = -1;
        while (!waiting.isEmpty()) {
            expire(waiting, cause);
            Thread.sleep(PAUSE);
            try {
                for (var commit : batch) {
                    var arrived = log.at(commit.stream(), commit.sequence()).filter(commit::isSameAs);
                    resolve(waiting, commit, arrived);
                }
                readHead();
                log.grownTo(next - 1);
                return;
            } catch (MongoException _) {
                // still away; the deadline of each command bounds the wait
            }
        }
    }

    private static void resolve(Deque<Pending> waiting, Commit commit, Optional<Commit> arrived) {
        arrived.ifPresent(stored -> waiting.stream()
                .filter(pending -> pending.draft().isSameAs(commit))
                .findFirst()
                .ifPresent(pending -> {
                    pending.done().complete(stored);
                    waiting.remove(pending);
                }));
    }

    private void expire(Deque<Pending> waiting, MongoException cause) {
        var now = clock.instant();
        waiting.removeIf(pending -> {
            var late = pending.deadline().isBefore(now);
            if (late) {
                pending.fail(new LogUnavailable("the log does not answer", cause));
            }
            return late;
        });
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        queue.forEach(pending -> pending.fail(new LogUnavailable("this process is stopping")));
    }
}
