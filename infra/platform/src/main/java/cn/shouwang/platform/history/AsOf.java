package cn.shouwang.platform.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The moment a question stands on: events up to `position`, the last one recorded at or before `at`,
/// count; with a `day` only those that were true on that day or before.
///
/// A request is asked under one at most. Whatever answers takes it with [#current]; what can only answer
/// from the present refuses with [#mustNotBeAsked].
public record AsOf(Instant at, long position, @Nullable LocalDate day) {

    /// Before the first event.
    public static final AsOf BEGINNING = new AsOf(Instant.EPOCH, -1, null);

    private static final ThreadLocal<Asked> ASKED = new ThreadLocal<>();

    /// The moment of the request this thread works for, and whether anything was answered from it.
    private static final class Asked {
        private final AsOf moment;
        private boolean answered;

        Asked(AsOf moment) {
            this.moment = moment;
        }
    }

    /// From now on this thread's questions stand on this moment.
    public void ask() {
        ASKED.set(new Asked(this));
    }

    /// This thread's questions are about the present again.
    public static void end() {
        ASKED.remove();
    }

    /// The moment to answer from, empty for the present.
    public static Optional<AsOf> current() {
        var asked = ASKED.get();
        if (asked == null) {
            return Optional.empty();
        }
        asked.answered = true;
        return Optional.of(asked.moment);
    }

    /// Whether a moment was asked for and nobody has answered from it.
    public static boolean isIgnored() {
        var asked = ASKED.get();
        return asked != null && !asked.answered;
    }

    /// [NotOfThePast] when the question stands on a moment of the past.
    public static void mustNotBeAsked() {
        if (ASKED.get() != null) {
            throw new NotOfThePast("as-of.not-here");
        }
    }

    /// Whether an event of that day counts; one without a day, `null`, always does.
    public boolean counts(@Nullable LocalDate on) {
        return day == null || on == null || !on.isAfter(day);
    }
}
