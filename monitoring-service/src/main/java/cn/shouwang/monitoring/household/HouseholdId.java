package cn.shouwang.monitoring.household;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A household's register number and the key of its event stream.
public record HouseholdId(UUID value) {

    @JsonCreator
    public static HouseholdId of(String text) {
        return new HouseholdId(UUID.fromString(text));
    }

    /// A number nobody has yet.
    public static HouseholdId fresh() {
        return new HouseholdId(UUID.randomUUID());
    }

    /// The bare value: Axon keys streams by it.
    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
