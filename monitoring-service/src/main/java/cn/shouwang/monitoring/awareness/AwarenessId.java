package cn.shouwang.monitoring.awareness;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// A place, of which trainings and sheets are recorded, and the key of its event stream,
/// `awareness-440233101203`.
public record AwarenessId(String division) {

    private static final Pattern FORM = Pattern.compile("awareness-([0-9]{6}|[0-9]{9}|[0-9]{12})");

    /// Reads the stored form; fails with [IllegalArgumentException] on any other.
    @JsonCreator
    public static AwarenessId of(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not the id of a place's awareness");
        }
        return new AwarenessId(form.group(1));
    }

    @JsonValue
    @Override
    public String toString() {
        return "awareness-" + division;
    }
}
