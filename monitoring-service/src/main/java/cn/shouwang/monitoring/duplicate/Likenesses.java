package cn.shouwang.monitoring.duplicate;

import java.time.Instant;
import java.util.List;

/// Who is like whom, over all divisions, whoever asks: found by keyed hashes, up to date with the log.
public interface Likenesses {

    /// An entry that may be the same person, why, and when it was entered or last corrected.
    record Alike(Side side, List<Ground> grounds, Instant enteredAt) {}

    /// The entries most like `traits`, those entered first before the others, at most twenty.
    List<Alike> of(Traits traits);
}
