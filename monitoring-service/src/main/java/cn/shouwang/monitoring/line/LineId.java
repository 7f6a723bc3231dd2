package cn.shouwang.monitoring.line;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// The line of an area for a year and the key of its event stream: `line-440233-2025`.
public record LineId(String area, int year) {

    private static final Pattern FORM = Pattern.compile("line-([0-9]{6}|[0-9]{9}|[0-9]{12})-(2[0-9]{3})");

    /// Reads the stored form; fails with [IllegalArgumentException] on any other.
    @JsonCreator
    public static LineId of(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not the id of a line");
        }
        return new LineId(form.group(1), Integer.parseInt(form.group(2)));
    }

    @JsonValue
    @Override
    public String toString() {
        return "line-" + area + "-" + year;
    }
}
