package cn.shouwang.monitoring.clue;

import cn.shouwang.monitoring.alert.AlertId;
import cn.shouwang.monitoring.report.ReportId;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// A clue's number and the key of its event stream.
public record ClueId(UUID value) {

    @JsonCreator
    public static ClueId of(String text) {
        return new ClueId(UUID.fromString(text));
    }

    public static ClueId next() {
        return new ClueId(UUID.randomUUID());
    }

    /// The one clue of a report.
    public static ClueId of(ReportId report) {
        return new ClueId(UUID.nameUUIDFromBytes(("clue:" + report).getBytes(StandardCharsets.UTF_8)));
    }

    /// The one clue of an alert, of the same value, so that its end is told back.
    public static ClueId of(AlertId alert) {
        return new ClueId(alert.value());
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
