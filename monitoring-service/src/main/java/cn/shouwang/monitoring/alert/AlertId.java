package cn.shouwang.monitoring.alert;

import cn.shouwang.monitoring.household.HouseholdId;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// An alert's number and the key of its event stream: `alert-<UUID>`.
///
/// It follows from household, rule and span, so the same matter is one alert however often it is found.
public record AlertId(UUID value) {

    private static final String PREFIX = "alert-";

    /// Reads the stored form; fails with [IllegalArgumentException] on any other.
    @JsonCreator
    public static AlertId of(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not the number of an alert");
        }
        return new AlertId(UUID.fromString(text.substring(PREFIX.length())));
    }

    public static AlertId of(HouseholdId household, String rule, String span) {
        var matter = PREFIX + household + "+" + rule + "+" + span;
        return new AlertId(UUID.nameUUIDFromBytes(matter.getBytes(StandardCharsets.UTF_8)));
    }

    @JsonValue
    @Override
    public String toString() {
        return PREFIX + value;
    }
}
