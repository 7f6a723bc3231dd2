package cn.shouwang.monitoring.photo;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// A picture written anew: `jpeg` holds pixels and nothing else. `print` is a hash of the pixels, equal for
/// the same picture whatever file it came in; `position` and `takenAt` are what the camera said, if it did.
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record Photo(
        byte[] jpeg,
        int width,
        int height,
        String print,
        @Nullable Position position,
        @Nullable LocalDateTime takenAt) {}
