package cn.shouwang.monitoring.helper;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A visit's number, chosen where the visit was made, so that one sent twice is known.
public record VisitId(UUID value) {

    @JsonCreator
    public static VisitId of(String text) {
        return new VisitId(UUID.fromString(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
