package cn.shouwang.monitoring.batch;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A batch's number and the key of its event stream: `batch-<UUID>`.
public record BatchId(UUID value) {

    private static final String PREFIX = "batch-";

    /// Reads the stored form; fails with [IllegalArgumentException] on any other.
    @JsonCreator
    public static BatchId of(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not the number of a batch");
        }
        return new BatchId(UUID.fromString(text.substring(PREFIX.length())));
    }

    static BatchId next() {
        return new BatchId(UUID.randomUUID());
    }

    @JsonValue
    @Override
    public String toString() {
        return PREFIX + value;
    }
}
