package cn.shouwang.platform.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a reader stands, whichever process it works in: what that process wrote beside the position.
///
/// `position` is the last one done, -1 before the first. `owner` is the process that has the claim
/// until `until`, or had it last, and works on it `since`. `rate` counts the events a second that were
/// done around `ratedAt`. `failing` says that the last attempt went wrong; `trouble` is what last did.
public record Standing(
        String reader,
        long position,
        @Nullable String owner,
        @Nullable Instant until,
        @Nullable Instant since,
        double rate,
        @Nullable Instant ratedAt,
        boolean failing,
        @Nullable Trouble trouble) {

    /// A reader that never worked.
    public static Standing unknown(String reader) {
        return new Standing(reader, -1, null, null, null, 0, null, false, null);
    }

    /// Whether some process has the claim.
    public boolean isOwned(Instant now) {
        return until != null && now.isBefore(until);
    }
}
