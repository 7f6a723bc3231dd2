package cn.shouwang.monitoring.household;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A person's number within the register; it stays when name or papers are corrected.
public record MemberId(UUID value) {

    @JsonCreator
    public static MemberId of(String text) {
        return new MemberId(UUID.fromString(text));
    }

    /// A number nobody has yet.
    public static MemberId fresh() {
        return new MemberId(UUID.randomUUID());
    }

    /// The bare value.
    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
