package cn.shouwang.monitoring.incentive;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import java.util.regex.Pattern;

/// A rule's number and the key of its event stream, `incentive-rule-<uuid>`.
public record IncentiveRuleId(UUID value) {

    private static final Pattern FORM = Pattern.compile("incentive-rule-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /// Reads the stored form; fails with [IllegalArgumentException] on any other.
    @JsonCreator
    public static IncentiveRuleId of(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not the id of an incentive rule");
        }
        return new IncentiveRuleId(UUID.fromString(form.group(1)));
    }

    /// A number nobody has yet.
    static IncentiveRuleId fresh() {
        return new IncentiveRuleId(UUID.randomUUID());
    }

    @JsonValue
    @Override
    public String toString() {
        return "incentive-rule-" + value;
    }
}
