package cn.shouwang.bench.county;

import cn.shouwang.bench.door.Answer;
import cn.shouwang.bench.door.Caller;
import cn.shouwang.bench.door.NoAnswer;
import cn.shouwang.bench.door.Office;
import cn.shouwang.bench.door.Offices;
import cn.shouwang.bench.door.Visitor;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// Where a county's commands are sent from. A command whose outcome is not known is sent again, under the
/// same key and for as long as `patience`, until somebody says what became of it.
public final class Desk {

    /// Key and text are of two days: the first load was on another day, and this was done then.
    private static final String DONE_BEFORE = "idempotency.key-reused";

    /// Nothing was stored, and nothing says that it may not be.
    private static final String MEANWHILE = "log.changed-meanwhile";

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Offices offices;
    private final Visitor visitor;
    private final Ledger ledger;
    private final Duration patience;

    /// @param patience how long a command is repeated before its sender gives up
    public Desk(Offices offices, Visitor visitor, Ledger ledger, Duration patience) {
        this.offices = offices;
        this.visitor = visitor;
        this.ledger = ledger;
        this.patience = patience;
    }

    /// Says that a command was refused which should not have been.
    public static final class Unexpected extends RuntimeException {
        Unexpected(String path, String key, Answer answer) {
            super("%s (%s): %d %s".formatted(path, key, answer.status(), answer.code()));
        }
    }

    Office office(String username) {
        return offices.of(username);
    }

    Visitor visitor() {
        return visitor;
    }

    /// The id that an accepted command is told, or an empty one when it was done on an earlier day.
    ///
    /// @throws Unexpected when it is refused
    String send(Caller caller, String path, Object form, String key) {
        return carryOut(caller, path, form, key).map(Answer::id).orElse("");
    }

    /// The whole answer to an accepted command, or none when it was done on an earlier day.
    ///
    /// @throws Unexpected when it is refused
    Optional<Answer> carryOut(Caller caller, String path, Object form, String key) {
        var answer = ask(caller, path, form, key);
        if (answer.isAccepted()) {
            return Optional.of(answer);
        }
        if (answer.code().equals(DONE_BEFORE)) {
            return Optional.empty();
        }
        throw new Unexpected(path, key, answer);
    }

    /// What becomes of a command in the end, for good or ill. Who only met somebody who changed the same
    /// thing at the same moment asks again.
    Answer ask(Caller caller, String path, Object form, String key) {
        var answer = untilKnown(path, () -> caller.post(path, form, key));
        while (answer.code().equals(MEANWHILE)) {
            ledger.repeated();
            answer = untilKnown(path, () -> caller.post(path, form, key));
        }
        if (answer.isAccepted()) {
            ledger.accepted(new Ledger.Receipt(key, answer.id(), answer.position()));
        } else {
            ledger.refused(new Ledger.Refusal(key, answer.status(), answer.code()));
        }
        return answer;
    }

    /// Asks until there is an answer that `reading` makes something of.
    <T> T await(Caller caller, String path, Function<Answer, Optional<T>> reading) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var answer = untilKnown(path, () -> caller.get(path));
            var found = answer.isAccepted() ? reading.apply(answer) : Optional.<T>empty();
            if (found.isPresent()) {
                return found.get();
            }
            if (!answer.isAccepted() || System.nanoTime() > deadline) {
                throw new Unexpected(path, "GET", answer);
            }
            pause();
        }
    }

    /// How many rows a list has.
    ///
    /// @throws Unexpected when the list is refused
    public long total(Caller caller, String list) {
        var answer = untilKnown(list, () -> caller.get(list));
        if (!answer.isAccepted()) {
            throw new Unexpected(list, "GET", answer);
        }
        return answer.json().path("total").asLong(0);
    }

    private interface Attempt {
        Answer make();
    }

    private Answer untilKnown(String path, Attempt attempt) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                var answer = attempt.make();
                if (!answer.isForLater()) {
                    return answer;
                }
                if (System.nanoTime() > deadline) {
                    throw new Unexpected(path, "repeated", answer);
                }
            } catch (NoAnswer e) {
                if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
            ledger.repeated();
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
