package cn.shouwang.monitoring.toolbox;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import java.util.regex.Pattern;

/// A policy's number and the key of its event stream, `policy-<uuid>`.
public record PolicyId(UUID value) {

    private static final Pattern FORM = Pattern.compile("policy-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /// Reads the stored form; fails with [IllegalArgumentException] on any other.
    @JsonCreator
    public static PolicyId of(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not the id of a policy");
        }
        return new PolicyId(UUID.fromString(form.group(1)));
    }

    /// A number nobody has yet.
    static PolicyId fresh() {
        return new PolicyId(UUID.randomUUID());
    }

    @JsonValue
    @Override
    public String toString() {
        return "policy-" + value;
    }
}
