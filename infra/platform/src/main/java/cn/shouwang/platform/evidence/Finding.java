package cn.shouwang.platform.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What was found wrong and where. `certainSize` and `certainSince` are size and time of the first
/// checkpoint that covers the position: since then it was certain what stood there. They are missing for
/// what was never signed.
public record Finding(
        String code,
        long position,
        @Nullable Long certainSize,
        @Nullable Instant certainSince,
        Instant foundAt) {}
