package cn.shouwang.monitoring.duplicate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// A pair's number and the key of its event stream: `duplicate-<UUID>`.
///
/// It follows from the ids of the sides, so a pair is proposed once however often it is found; the
/// sides cannot be told from it.
public record DuplicateId(UUID value) {

    private static final String PREFIX = "duplicate-";

    /// Reads the stored form; fails with [IllegalArgumentException] on any other.
    @JsonCreator
    public static DuplicateId of(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not the number of a pair");
        }
        return new DuplicateId(UUID.fromString(text.substring(PREFIX.length())));
    }

    static DuplicateId of(Pair pair) {
        var sides = PREFIX + pair.first().id() + "+" + pair.second().id();
        return new DuplicateId(UUID.nameUUIDFromBytes(sides.getBytes(StandardCharsets.UTF_8)));
    }

    @JsonValue
    @Override
    public String toString() {
        return PREFIX + value;
    }
}
