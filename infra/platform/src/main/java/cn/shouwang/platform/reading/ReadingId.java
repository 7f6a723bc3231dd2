package cn.shouwang.platform.reading;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A reading's number and the key of its event stream.
public record ReadingId(UUID value) {

    @JsonCreator
    public static ReadingId of(String text) {
        return new ReadingId(UUID.fromString(text));
    }

    /// A number nobody has yet.
    static ReadingId fresh() {
        return new ReadingId(UUID.randomUUID());
    }

    /// The bare value: Axon keys streams by it.
    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
