package cn.shouwang.evidence.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came of a verification: `findings` in the order of their positions, none for a log that is whole.
///
/// `head` is the number of events, `certain` the largest checkpoint that counts and agrees with them; events
/// behind it are not certain yet. `checkpoints` that count were compared.
public record Verdict(
        String origin,
        long head,
        @Nullable Mark certain,
        long checkpoints,
        List<Cosigned> cosigned,
        List<Finding> findings,
        List<Said> notes,
        Outcome outcome) {

    /// The largest checkpoint that a second party signed and that agrees with the log.
    public record Cosigned(String name, long size, Instant at) {}

    /// Good, damaged, or not to be judged with what the caller trusts; the number is the exit code.
    public enum Outcome {
        GOOD(0),
        DAMAGED(1),
        UNJUDGED(3);

        private final int code;

        Outcome(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    public Verdict {
        cosigned = List.copyOf(cosigned);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /// The finding to begin with.
    public Optional<Finding> first() {
        return findings.stream().findFirst();
    }

    /// Events that no checkpoint covers yet.
    public long tail() {
        return Math.max(0, head - (certain == null ? 0 : certain.size()));
    }
}
