package cn.shouwang.platform.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How it stands with the evidence of a service's log.
///
/// `size`, `root`, `checkpointAt` and `checkpointAgeSeconds` are those of the last checkpoint and missing (0)
/// before the first. `head` is how many events the log has. `trouble` is a code of [Damage] or of the key, and
/// says why nothing is signed.
public record Standing(
        String origin,
        State state,
        @Nullable String trouble,
        long size,
        @Nullable String root,
        @Nullable Instant checkpointAt,
        long checkpointAgeSeconds,
        long head,
        Patrol patrol,
        List<Cosigner> witnesses,
        @Nullable Finding finding) {

    /// Whether checkpoints are signed.
    public enum State {
        WHOLE,
        NO_KEY,
        DAMAGED
    }

    /// How far the older events were looked at: tiles of 256, `tile` being the next one.
    public record Patrol(
            long tile, long tiles, long rounds, @Nullable Instant at) {}

    /// A second party and the largest checkpoint it signed.
    public record Cosigner(
            String name, @Nullable Long size, @Nullable Instant at) {}
}
