package cn.shouwang.monitoring.slip;

import cn.shouwang.monitoring.household.HouseholdId;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// The slip of a household for a year and the key of its event stream, `incentive-<household>-<year>`.
public record SlipId(HouseholdId household, int year) {

    private static final Pattern FORM = Pattern.compile("incentive-([0-9a-f-]{36})-(2[0-9]{3})");

    /// Reads the stored form; fails with [IllegalArgumentException] on any other.
    @JsonCreator
    public static SlipId of(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not the id of a slip");
        }
        return new SlipId(HouseholdId.of(form.group(1)), Integer.parseInt(form.group(2)));
    }

    @JsonValue
    @Override
    public String toString() {
        return "incentive-" + household + "-" + year;
    }
}
