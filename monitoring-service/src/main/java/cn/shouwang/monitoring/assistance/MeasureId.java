package cn.shouwang.monitoring.assistance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// One measure of one household.
public record MeasureId(UUID value) {

    @JsonCreator
    public static MeasureId of(String text) {
        return new MeasureId(UUID.fromString(text));
    }

    /// A number nothing has yet.
    public static MeasureId fresh() {
        return new MeasureId(UUID.randomUUID());
    }

    /// The bare value.
    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
