package cn.shouwang.platform.parking;

import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.parking.ParkingCommand.DiscardMessage;
import cn.shouwang.platform.parking.ParkingCommand.ParkMessage;
import cn.shouwang.platform.parking.ParkingCommand.RetryMessage;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.store.Attempt;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps messages that could not be handled, in order, per reader and subject.
///
/// Every act is stored twice, the row and an event in the log, in an order that a crash may cut:
/// the reader is given the message again, or the person repeats the act, and what was stored before
/// is recognised. Two retries of one subject at the same time may both handle a message; its
/// commands are recognised, so it takes effect once.
///
/// Safe for use by several threads and several instances.
public final class Parking {

    private static final Logger LOGGER = LoggerFactory.getLogger(Parking.class);

    /// Messages handled by one retry at most, so that a request ends.
    private static final int LIMIT = 1000;

    /// Subjects, and the time within which the last of them is begun, of one retry of many.
    private static final int SUBJECTS = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Failure NOBODY = new Failure(Failure.Kind.FAULT, "parking.no-such-reader");

    private final ParkedRows rows;
    private final Commands commands;
    private final Clock clock;
    private final String area;

    /// `area` is the division code of the whole service, under which the acts are recorded.
    public Parking(MongoDatabase database, Commands commands, Clock clock, String area) {
        this.rows = new ParkedRows(database);
        this.commands = commands;
        this.clock = clock;
        this.area = area;
    }

    /// Whether messages of that subject must wait.
    public boolean holds(String reader, String subject) {
        return rows.holds(new ParkedSubjectId(reader, subject));
    }

    /// Those of the subjects whose messages must wait; one question for a whole batch.
    public Set<String> held(String reader, Collection<String> subjects) {
        return subjects.isEmpty() ? Set.of() : rows.held(reader, subjects);
    }

    /// Parks a message that could not be handled. A message that was parked before stays as it is.
    public void park(Parcel parcel, Failure failure) {
        rows.add(parcel, failure, clock.instant());
        record(
                new ParkMessage(parcel.parkedSubject(), parcel.message(), parcel.type(), failure, area),
                "parked",
                parcel,
                Actor.SYSTEM);
        if (!failure.equals(Failure.WAITING)) {
            LOGGER.warn("{} parked {}: {} {}", parcel.reader(), parcel.message(), failure.kind(), failure.code());
        }
    }

    /// Parks a message whose subject is held, behind the others.
    ///
    /// True when those others were settled meanwhile and nothing holds the subject any more: the
    /// caller then retries it at once, or the message would wait for nothing.
    public boolean parkBehind(Parcel parcel) {
        park(parcel, Failure.WAITING);
        return rows.isFreed(parcel.parkedSubject());
    }

    /// Handles a message unless its subject must wait, and parks it when that fails.
    ///
    /// `held` are the subjects of this reader known to wait; it is kept up to date. `again` handles
    /// a parked message, for the case that those before it were settled just now. Throws only
    /// trouble that passes by itself.
    public void handle(Parcel parcel, Set<String> held, Runnable handling, Consumer<Parcel> again) {
        if (held.contains(parcel.subject())) {
            if (parkBehind(parcel)
                    && retry(parcel.reader(), parcel.subject(), again, Actor.SYSTEM)
                                    .parked()
                            == 0) {
                held.remove(parcel.subject());
            }
            return;
        }
        try {
            handling.run();
        } catch (RuntimeException e) {
            if (Failure.passes(e)) {
                throw e;
            }
            park(parcel, Failure.of(e));
            held.add(parcel.subject());
        }
    }

    /// Handles the parked messages of a subject in order and stops at the first that fails.
    ///
    /// Trouble that passes by itself ([Failure#passes]) is thrown on and changes nothing.
    public Outcome retry(String reader, String subject, Consumer<Parcel> handler, Actor actor) {
        var id = new ParkedSubjectId(reader, subject);
        var handled = 0;
        while (handled < LIMIT) {
            var next = rows.first(id);
            if (next.isEmpty()) {
                break;
            }
            var parcel = next.get();
            try {
                handler.accept(parcel);
            } catch (RuntimeException e) {
                return new Outcome(handled, rows.count(id), failed(parcel, e, actor));
            }
            record(new RetryMessage(id, parcel.message(), null, area), "handled", parcel, actor);
            rows.handled(parcel);
            handled++;
        }
        return new Outcome(handled, rows.count(id), null);
    }

    private Failure failed(Parcel parcel, RuntimeException thrown, Actor actor) {
        if (Failure.passes(thrown)) {
            throw thrown;
        }
        var failure = Failure.of(thrown);
        commands.send(
                new RetryMessage(parcel.parkedSubject(), parcel.message(), failure, area),
                actor,
                Attempt.once(parcel.message()));
        rows.failed(parcel, failure);
        return failure;
    }

    /// Gives one message up. The rest of its subject goes on with the next retry.
    ///
    /// Refuses with `parking.not-parked`, or `parking.reason-missing` when the reason is blank.
    public void discard(String reader, String subject, String message, String reason, Actor actor) {
        var id = new ParkedSubjectId(reader, subject);
        var parcel = rows.one(id, message)
                .orElseThrow(() -> new RuleBroken("parking.not-parked", "no such message is parked"));
        record(new DiscardMessage(id, message, reason, area), "discarded", parcel, actor);
        rows.discarded(parcel);
    }

    /// Parked messages of all readers, oldest first.
    public Page<Parked> page(PageQuery page) {
        return page(ParkedQuestion.ALL, page);
    }

    /// Parked messages that are asked about, oldest first.
    Page<Parked> page(ParkedQuestion question, PageQuery page) {
        return rows.page(question, page);
    }

    /// Retries the subjects that are asked about, one after the other; one that fails again does not keep
    /// the others waiting. Takes so many, and begins none after so long, that a request ends.
    ///
    /// `handlers` finds who is handed a reader's messages, nobody when there is no such reader any more.
    Retried retryAll(ParkedQuestion question, Function<String, Optional<Consumer<Parcel>>> handlers, Actor actor) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var subjects = rows.subjects(question);
        var tried = new ArrayList<Retried.Subject>();
        for (var id : subjects) {
            if (tried.size() == SUBJECTS || System.nanoTime() > deadline) {
                break;
            }
            var outcome = handlers.apply(id.reader())
                    .map(handler -> retry(id.reader(), id.subject(), handler, actor))
                    .orElseGet(() -> new Outcome(0, rows.count(id), NOBODY));
            tried.add(new Retried.Subject(
                    id.reader(), id.subject(), outcome.handled(), outcome.parked(), outcome.failure()));
        }
        return new Retried(tried, subjects.size() - tried.size());
    }

    /// How many subjects are held, over all readers.
    public long subjects() {
        return rows.subjects();
    }

    /// The service's area, under which parking is recorded and may be seen.
    String area() {
        return area;
    }

    private void record(ParkingCommand command, String act, Parcel parcel, Actor actor) {
        var key = "parking:" + act + ":" + parcel.id();
        commands.send(command, actor, Attempt.keyed(key, act, parcel.message(), parcel.message()));
    }
}
