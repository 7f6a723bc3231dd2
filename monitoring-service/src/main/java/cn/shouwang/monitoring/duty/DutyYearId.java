package cn.shouwang.monitoring.duty;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// The duties of a county in a year and the key of their event stream, `duties-440233-2025`.
public record DutyYearId(String county, int year) {

    private static final Pattern FORM = Pattern.compile("duties-([0-9]{6})-(2[0-9]{3})");

    /// Reads the stored form; fails with [IllegalArgumentException] on any other.
    @JsonCreator
    public static DutyYearId of(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not the id of a year of duties");
        }
        return new DutyYearId(form.group(1), Integer.parseInt(form.group(2)));
    }

    @JsonValue
    @Override
    public String toString() {
        return "duties-" + county + "-" + year;
    }
}
